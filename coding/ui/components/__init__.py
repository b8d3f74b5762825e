"""Widgets that pages share. See ``coding.ui.session`` for how a page is put together."""
