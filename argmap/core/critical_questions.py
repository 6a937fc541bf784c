"""The critical questions of argumentation schemes, in argmap's own words, after Walton, Reed & Macagno (2008)."""

from collections.abc import Mapping
from types import MappingProxyType

CRITICAL_QUESTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # whom one relies on
        "position-to-know": (
            "Is this person really placed to know?",
            "Is the person honest?",
            "Did the person say just this?",
        ),
        "expert-opinion": (
            "Does the expert work in the field that the claim belongs to?",
            "What exactly did the expert say, and is it told in full?",
            "Do other experts agree?",
            "What evidence does the expert rely on?",
            "Has the expert anything to gain?",
        ),
        "witness-testimony": (
            "Does the account hang together?",
            "Does it fit what is known from elsewhere?",
            "Do other witnesses say the same?",
            "Has the witness a reason to tell it otherwise than it was?",
        ),
        "popular-opinion": (
            "What shows that so many people believe it?",
            "How would so many people know?",
        ),
        "popular-practice": (
            "What shows that so many people do it?",
            "Have those who do it a good reason, or do they follow each other?",
            "Is the case at hand like theirs?",
        ),
        "perception": (
            "Were the conditions good enough to see or hear it?",
            "Is there a sign that the senses were deceived?",
        ),
        "memory": (
            "How long ago was it, and how well could it be kept in mind?",
            "Could what was heard later have changed what is remembered?",
            "Is there a record that it can be compared with?",
        ),
        "ethotic": (
            "Is the person's character as it is said to be?",
            "Has character anything to do with the matter?",
            "Is more made of character than it can bear?",
        ),
        # cases and comparison
        "example": (
            "Is the example true?",
            "Does it really show what it is to show?",
            "Is it typical, or was it picked because it fits?",
            "Are there examples of the contrary?",
        ),
        "analogy": (
            "In what ways do the two cases differ, and do these matter here?",
            "Is what is said of the first case true?",
            "Is there a third case, just as similar, that turned out otherwise?",
        ),
        "practical-reasoning-from-analogy": (
            "Was it right to act so in the earlier case?",
            "Are the two situations alike in what the decision hangs on?",
            "Is there a similar situation in which another course was right?",
        ),
        "precedent": (
            "Is the earlier case alike in what was decisive there?",
            "Was the earlier case itself decided well?",
            "Is there a later or weightier case that points the other way?",
        ),
        "exceptional-case": (
            "Is the case outside what the rule was made for, or merely inconvenient?",
            "Was an exception made in similar cases?",
            "What would be left of the rule if such exceptions were granted?",
        ),
        "random-sample-to-population": (
            "How large was the sample?",
            "How was it drawn, and who could not get into it?",
            "How great is the margin of error?",
        ),
        # parts, wholes and opposites
        "composition": (
            "Is it a property that a whole takes over from its parts?",
            "Do the parts change each other when they come together?",
        ),
        "division": (
            "Is it a property that parts take over from their whole?",
            "Is it spread evenly over the parts?",
        ),
        "group-and-its-members": (
            "Does the person really belong to the group?",
            "Do all of the group have the property, or most, or some?",
            "Is anything known of this person that counts against it?",
        ),
        "oppositions": (
            "Do the two really exclude each other?",
            "Could both be false?",
        ),
        "rhetorical-oppositions": (
            "Are the two opposites in fact, or only in the way they are put?",
            "Does what holds of one have to be reversed for the other?",
        ),
        "alternatives": (
            "Are these all the possibilities there are?",
            "Are the others really ruled out?",
            "Could more than one of them be true?",
        ),
        "pragmatic-alternatives": (
            "Is there a further course of action that nobody has named?",
            "Is the course that is ruled out as bad as it is said to be?",
            "Could both be done, or neither?",
        ),
        # words
        "definition-to-verbal-classification": (
            "Is the definition the usual one in this field?",
            "Does the case meet every part of it?",
            "Was the definition chosen with the result in mind?",
        ),
        "verbal-classification": (
            "Does the word fit the case without doubt?",
            "Does all that goes under the word have the property?",
            "Does the word carry a judgement that needs reasons of its own?",
        ),
        "vagueness-of-a-verbal-classification": (
            "Is the word too vague for what it is used for here?",
            "Could the matter be settled without a sharper word?",
        ),
        "arbitrariness-of-a-verbal-classification": (
            "Is there a reason to draw the line where it is drawn?",
            "Would a line at any other place be just as arbitrary?",
        ),
        # rules and values
        "rule": (
            "Is the rule in force here?",
            "Does the case fall under it?",
            "Is there an exception, or another rule that goes before it?",
        ),
        "constitutive-rule-claims": (
            "Is there such a rule, and who says so?",
            "Is all fulfilled that the rule asks for?",
            "Does it count as this here, or only elsewhere?",
        ),
        "plea-for-excuse": (
            "Did things happen as the excuse has them?",
            "Do they excuse what was done, or only explain it?",
            "Could it have been foreseen or avoided?",
        ),
        "values": (
            "Is the value shared by those who are to be convinced?",
            "Does it bear on this case?",
            "Which other value would have to give way, and should it?",
        ),
        "interaction-of-act-and-person": (
            "Is a single act enough to judge the person by?",
            "Did the person act freely and with open eyes?",
            "Does what the person did otherwise point the same way?",
        ),
        # action
        "practical-reasoning": (
            "Does the step really bring the goal nearer?",
            "Is there another way to the goal, and is it better?",
            "Can it be done?",
            "Which other goals would suffer?",
            "Is the goal worth pursuing?",
        ),
        "two-person-practical-reasoning": (
            "Does the other person really have this goal?",
            "Is there a way that suits the person better?",
            "What else would the person have to bear?",
        ),
        "consequences": (
            "How likely are these consequences?",
            "What evidence is there that they would follow?",
            "Which other consequences, good or bad, should be counted?",
        ),
        "positive-consequences": (
            "How likely is it that the good would come about?",
            "Which bad consequences come along with it?",
            "Can the same good be had in another way?",
        ),
        "negative-consequences": (
            "How likely is it that the bad would come about?",
            "Can it be prevented or made good?",
            "Would the alternatives be any better?",
        ),
        "sacrifice": (
            "Was as much given up for it as is said?",
            "Does that show its worth, or only how it was valued?",
            "Did the sacrifice serve something else?",
        ),
        "waste": (
            "Could going on still succeed?",
            "Would the effort be lost if one stopped, or is some of it of use?",
            "What else could be done with what it takes to go on?",
        ),
        "sunk-costs": (
            "What speaks for going on if what was spent is left out of account?",
            "Is there a commitment that binds whatever it costs?",
        ),
        "threat": (
            "Can whoever threatens do what is threatened?",
            "Would it be done if it came to that?",
            "Does the threat give a reason, or only pressure?",
        ),
        "fear-appeal": (
            "Is what is feared as bad, and as likely, as it is painted?",
            "Would what is proposed prevent it?",
            "Is there a lesser remedy?",
        ),
        "danger-appeal": (
            "Is there evidence of the danger?",
            "Would keeping away from it avert the danger?",
            "Is what may be gained worth the danger?",
        ),
        "need-for-help": (
            "Is the need real?",
            "Would this help meet it?",
            "Can it be given at a cost that may be asked?",
            "Is it for these helpers to give, or for others?",
        ),
        "distress": (
            "Is the distress real?",
            "Would what is asked relieve it?",
            "Does pity take the place of reasons here?",
        ),
        # cause, evidence and explanation
        "cause-to-effect": (
            "How strong is the link between cause and effect?",
            "What evidence is there for the link?",
            "Could something else get in the way of the effect?",
        ),
        "correlation-to-cause": (
            "Is the correlation solid, or a matter of chance?",
            "Could it be the other way round?",
            "Could a third thing be behind both?",
        ),
        "sign": (
            "How reliably does the sign go with what it is taken for?",
            "What else could the sign mean?",
        ),
        "abductive": (
            "How good is the explanation, taken by itself?",
            "How much better is it than the next best?",
            "Has the search for other explanations been thorough?",
            "Would it be better to wait for more evidence?",
        ),
        "evidence-to-hypothesis": (
            "Was what the hypothesis predicts really observed?",
            "Would it have been observed even if the hypothesis were false?",
        ),
        "falsification-of-hypothesis": (
            "Does the hypothesis really predict what failed to appear?",
            "Was the observation good enough to notice it?",
            "Could an assumption on the way be at fault instead?",
        ),
        "ignorance": (
            "How thoroughly has it been looked for?",
            "Would it have been found if it were so?",
            "Who has to prove what here?",
        ),
        # the person and what the person has said
        "commitment": (
            "What shows that there is such a commitment?",
            "Does it cover this case?",
            "Has it been taken back since?",
        ),
        "inconsistent-commitment": (
            "Do the two really contradict each other?",
            "Did the same person commit to both, and mean it?",
            "Is there a good reason for a change of mind?",
        ),
        "pragmatic-inconsistency": (
            "Does what the person does really go against what the person says?",
            "Is there a reason why the advice does not fit the person's own case?",
            "Could the advice be right even if its giver does not follow it?",
        ),
        "generic-ad-hominem": (
            "Is what is said against the person true?",
            "Does it bear on what the person claims?",
            "Do the person's reasons stand without the person?",
        ),
        "circumstantial-ad-hominem": (
            "Do the person's circumstances really clash with the claim?",
            "Does that clash weaken the claim, or only the person's standing?",
            "Is there an explanation for it?",
        ),
        "bias": (
            "What shows the bias?",
            "Is this a matter in which one may take sides?",
            "Is there anything in the reasons themselves that is one-sided?",
        ),
        "bias-ad-hominem": (
            "What shows the bias?",
            "Does it make the person's word less credible on just this matter?",
            "Can the reasons be checked without trusting the person?",
        ),
        # step by step
        "gradualism": (
            "Is each step really no greater than the one before?",
            "Does a point come at which small steps add up to a difference?",
        ),
        "slippery-slope": (
            "Which steps lie between the first and the last?",
            "What drives each step to the next?",
            "Where could one stop?",
        ),
        "precedent-slippery-slope": (
            "Would this case really bind later ones?",
            "Can it be told apart from the cases that are feared?",
            "Would the last case of the row be so bad?",
        ),
        "sorites-slippery-slope": (
            "Does the word stay just as apt from each case to the next?",
            "Can a line be drawn, even a rough one, before the end of the row?",
        ),
        "verbal-slippery-slope": (
            "Does the use of a word in one case force its use in the next?",
            "Can the meaning be fixed so that the row ends?",
        ),
        "full-slippery-slope": (
            "How likely is each step, and how likely are all of them together?",
            "Would public opinion carry it that far?",
            "Where could one stop?",
            "Is the end as bad as it is painted?",
        ),
    }
)
"""Two to five questions by the canonical name of a scheme: what to ask of a step before one relies on it."""
