"""The trainers' stories are tests too: `pytest playbooks/stories` plays them."""

pytest_plugins = ["authoring.pytest_stories"]
