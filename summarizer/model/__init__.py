"""The one door to a model: `door.Model`. Nothing heavy is imported before the first request."""
