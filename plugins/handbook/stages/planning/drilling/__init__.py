"""The drill: exercises cut from the flow and the steps of a procedure, without a word written for them."""

from .exercises import exercises_of, plan_drill, plan_exercises

__all__ = ["exercises_of", "plan_drill", "plan_exercises"]
