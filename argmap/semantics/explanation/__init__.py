"""Why a claim has its label or strength, what a change would bring, and what a conclusion hangs on."""
