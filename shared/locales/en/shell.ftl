# Words seen before the code of the page has come.

shell-no-script = This page needs JavaScript
shell-no-script-help = Turn it on in the browser and reload the page. Questions: (012) 919.
shell-failed = The page did not load fully
shell-failed-help = Nothing has been sent. Reload the page. For help, call (012) 919.
shell-broken = Something went wrong on this page
shell-broken-help = What you have sent is kept. Reload the page: what you typed will still be there. For help, call (012) 919.
