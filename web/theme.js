// Before the first paint: the look that was chosen here, else the system's.
try {
const look = localStorage.getItem('theme');
if (look === 'light' || look === 'dark') { document.documentElement.dataset.theme = look; }
} catch {}
