"""The pack of a session: every paper, the slides, and the page for the projector."""
