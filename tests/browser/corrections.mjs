// A person asks to have their surname put right: an officer recommends a refusal, a supervisor signs, the person reads why. A
// second request is done at once.
const REASON = "Pasportda belə yazılıb, əsli göstərilib.";

async function ask(person, service, language, registration, field, right) {
  const { page } = person;
  await person.open(`/my/corrections/new?registration=${registration}`);
  await page.locator("#field").waitFor();
  // Without an answer nothing goes out.
  await page.click("main form button[type=submit]");
  await page.locator("#field-error").waitFor();
  await person.sound(`my-corrections-refused ${language}`);
  await page.selectOption("#field", field);
  await page.fill("#right", right);
  await page.fill("#reason", REASON);
  await person.sound(`my-corrections-new ${language}`);
  await page.click("main form button[type=submit]");
  await page.waitForURL((url) => url.pathname.endsWith("/my/corrections"));
  await page.locator(".my-stay").first().waitFor();
  // Others ask at the same time: the desk opens this one.
  const mine = await person.ask("/my/corrections");
  return (mine.items ?? mine).find((request) => request.field === field).id;
}

async function desk(visitor, who, language, look, id, act) {
  const officer = await visitor({ language, width: 1440, look });
  await officer.signIn(who);
  await officer.open(`/desk/corrections?id=${id}`);
  await officer.page.locator(".desk-panel .act-buttons").waitFor();
  await officer.settled();
  await act(officer);
  await officer.page.locator(".act-done").waitFor();
  await officer.sound(`desk-corrections ${who} ${language}`);
  await officer.close();
}

export async function corrections({ visitor, service, person, language, look, registration, email }) {
  const surname = await ask(person, service, language, registration, "surname", "YILDIZ");
  await person.settled();
  await person.sound(`my-corrections ${language}`);
  await desk(visitor, "officer@demo.az", language, look, surname, async (officer) => {
    await officer.page.click(".act-buttons .govuk-button--secondary");
    await officer.page.fill("#reason", REASON);
    await officer.sound(`desk-corrections-reason ${language}`);
    await officer.page.click(".act-buttons .govuk-button--warning");
  });
  await desk(visitor, "supervisor@demo.az", language, look, surname, async (officer) => {
    await officer.page.click(".act-buttons .govuk-button--warning");
  });
  await service.mail(email, /(my\/corrections)/);
  await person.open("/my/corrections");
  await person.page.locator(".my-stay .tag-bad").waitFor();
  await person.sound(`my-corrections-answered ${language}`);

  const names = await ask(person, service, language, registration, "given_names", "EMIR");
  await desk(visitor, "officer@demo.az", language, look, names, async (officer) => {
    await officer.page.click(".act-buttons .govuk-button:not(.govuk-button--secondary)");
  });
  await person.open("/my/corrections");
  await person.page.locator(".my-stay .tag-ok").waitFor();
}
