"""Adds reports to the lists of those that hide something and of those that hide nothing."""
from clean import CLEAN
from risks import CASES, NAME, one_page

LEARNING = "Learning from Child K"


def risk(name, rule, build, words=NAME):
    CASES.append({"name": name, "rule": rule, "words": words, "build": build})


def clean(name, build):
    CLEAN.append({"name": name, "build": build})


def page(content, resources="", entries="", **more):
    """What builds a report of one page."""
    return lambda: one_page(content, resources, entries, **more).bytes()
