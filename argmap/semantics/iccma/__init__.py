"""The problems of the International Competition on Computational Models of Argumentation (ICCMA)."""
