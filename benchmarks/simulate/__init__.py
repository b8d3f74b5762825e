"""A simulated researcher works through coded questions as the workbench offers them: how many decisions does it take?

``python -m benchmarks.simulate FOLDER`` measures. ``study`` makes a project of a question, ``desk`` gives the commands
and counts, ``mend`` corrects an answer, ``levels`` and ``offers`` are what the researcher does with groups and with
what was learned, ``researcher`` puts these in order.
"""
