// Every screen once in each language and in both widths: axe, console, overflow. The look changes from screen to screen.
const PUBLIC = [
  "/", "/services", "/services/registration_stay", "/calculators/registration", "/check", "/sign-in", "/sign-up", "/reset",
  "/terms", "/privacy", "/accessibility", "/contacts", "/help", "/help/errors/unavailable", "/no-such-page",
];
const HOST = ["/host/", "/host/guests", "/host/ending", "/host/closed", "/host/premises", "/host/premises/new", "/host/clients", "/my/account", "/my/account/email", "/my/account/password", "/my/account/sessions"];
const DESK = ["/desk/registrations", "/desk/premises", "/desk/search", "/my/account"];
const ADMIN = ["/admin/", "/admin/staff/new", "/admin/audit/access", "/admin/audit/security", "/admin/policy"];

const languages = (process.env.UMIS_LANGUAGES ?? "az,en,ru").split(",");

export async function screens({ check, visitor, sound }) {
  const parts = [
    { who: null, paths: PUBLIC, wide: 1280 },
    { who: "hotel@demo.az", paths: HOST, wide: 1280 },
    { who: "officer@demo.az", paths: DESK, wide: 1440 },
    { who: "administrator@demo.az", paths: ADMIN, wide: 1440 },
  ];
  let turn = 0;
  for (const language of languages) {
    for (const { who, paths, wide } of parts) {
      for (const width of [wide, 360]) {
        turn += 1;
        const look = turn % 2 === 0 ? "dark" : "light";
        const guest = await visitor({ language, width, look });
        if (who) await check(`sign-in ${language} ${width} ${look} ${who}`, () => guest.signIn(who));
        for (const path of paths) {
          await check(`screen ${language} ${width} ${look} ${path}`, async () => {
            await guest.open(path);
            await sound(guest, `${language}-${width}-${look}${path}`);
          });
        }
        await guest.context.close();
      }
    }
  }
}
