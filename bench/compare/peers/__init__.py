"""The libraries that Denpa is held against, each in the way in which its users would do the work."""
