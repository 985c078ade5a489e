test:
	.venv/bin/pytest -n 2
