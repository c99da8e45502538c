// A guest stays longer, with a decision of the Service beyond the visa-free time, and goes on to another address of the host.
import { addAddress, date, openAct, registerGuest, signUp } from "./steps.mjs";

export function longer({ check, visitor, service }) {
  const journey = (language, width, look) => () =>
    check(`journey ${language}: a guest stays longer by a decision, and moves to another address of the host`, async () => {
      const host = await visitor({ language, width, look });
      await signUp(host, service, `${language}-host-of-longer@example.com`, "person");
      await addAddress(host, `7${language}`);
      const id = await registerGuest(host);
      await addAddress(host, `8${language}`);
      const { page } = host;
      await host.open(`/host/guests/${id}`);
      let act = await openAct(page, "dates");
      // Ninety days are over by then: the decision is asked for, and its number must be one.
      await date(page, "until", 100);
      await page.locator('[id="decision-number"]').waitFor();
      await page.fill('[id="decision-number"]', "mom 12");
      await date(page, "decision-stay_until", 110);
      await act.locator("button[type=submit]").click();
      await page.locator('[id="decision-number-error"]').waitFor();
      await host.sound(`host-guest-decision ${language}`);
      await page.fill('[id="decision-number"]', "mom 001-2345");
      await act.locator("button[type=submit]").click();
      await page.waitForFunction(() => document.querySelectorAll(".host-aside .timeline-title").length === 2);
      const longer = await host.ask(`/registrations/${id}`);
      if (longer.decision?.number !== "MOM0012345") throw new Error(`no decision: ${JSON.stringify(longer.decision)}`);

      act = await openAct(page, "move");
      await act.locator("select").selectOption({ index: 1 });
      await act.locator("button[type=submit]").click();
      await page.waitForFunction(() => document.querySelectorAll(".host-aside .timeline-title").length === 3);
      await host.settled();
      await host.sound(`host-guest-moved ${language}`);
      const moved = await host.ask(`/registrations/${id}`);
      if (moved.address.house !== `8${language}`) throw new Error(`still at ${moved.address.house}`);
      await host.close();
    });
  return [
    { weight: 3, run: journey("en", 360, "light") },
    { weight: 3, run: journey("az", 1280, "dark") },
  ];
}
