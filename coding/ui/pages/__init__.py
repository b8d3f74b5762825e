"""One module per page; each draws itself with ``page()`` and is run by ``app.py`` through ``st.navigation``."""
