"""The parts of the HTML report: what makes up the page, and the style and script that stand in it."""
