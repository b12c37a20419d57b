import type { Page } from 'playwright-core';

/** Of the first administrator of every counter that is set up here. */
const ACCOUNT_PASSPHRASE = 'một hai ba';

/** What is typed at the counter, as a person does it: keys and what is on the screen, nothing behind it. */
export class CounterWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async setUp(form: SetUpTyping): Promise<void> {
    await this.fillSetUp(form);
    await this.page.keyboard.press('Control+Enter');
    if (form.passphrase !== undefined) await this.takeRecoveryCode();
    await this.at('screen-intake').waitFor();
  }

  /** As whoever set the counter up: nobody is signed in when the program was started again. */
  async signIn(): Promise<void> {
    await this.at('screen-sign-in').waitFor();
    await this.at('sign-in-passphrase').fill(ACCOUNT_PASSPHRASE);
    await this.page.keyboard.press('Enter');
    await this.at('screen-sign-in').waitFor({ state: 'detached' });
  }

  async fillSetUp(form: SetUpTyping): Promise<void> {
    await this.at('screen-set-up').waitFor();
    for (const [testId, text] of [
      ['setup-unit-code', form.unitCode],
      ['setup-unit-name', form.unitName],
      ['setup-upper-names', form.upperNames],
      ['setup-org-code', form.organisationCode],
      ['setup-station', form.station],
      ['setup-clerk', form.clerkName],
      ['setup-account-passphrase', ACCOUNT_PASSPHRASE],
      ['setup-account-again', ACCOUNT_PASSPHRASE],
    ] as const) {
      await this.at(testId).fill(text);
    }
    await this.at('printer-tcp').click();
    await this.at('printer-host').fill(form.printer.host);
    await this.at('printer-port').fill(String(form.printer.port));
    await this.#protect(form.passphrase);
  }

  /** With a passphrase, or plain: a key store asks nothing, but not every machine that drives the window has one. */
  async #protect(passphrase: string | undefined): Promise<void> {
    if (passphrase === undefined) {
      await this.at('protection-none').click();
      return;
    }
    await this.at('protection-passphrase').click();
    await this.at('passphrase').fill(passphrase);
    await this.at('passphrase-again').fill(passphrase);
  }

  /** Answers the code that the page shows, and goes on. */
  async takeRecoveryCode(): Promise<string> {
    await this.at('recovery-code').waitFor();
    const groups = await this.at('recovery-code').locator('li').allInnerTexts();
    await this.page.keyboard.press('Control+Enter');
    return groups.join('-');
  }

  /** Receives by the keyboard; answers what the screen shows. */
  async receive(dossier: IntakeTyping): Promise<ReceivedOnScreen> {
    await this.fillIntake(dossier);
    return this.commitIntake();
  }

  async fillIntake(dossier: IntakeTyping): Promise<void> {
    await this.page.keyboard.press('F2');
    const change = this.at('procedure-change');
    if (await change.isVisible()) await change.click();
    await this.at('procedure-search').fill(dossier.procedure);
    await this.page.keyboard.press('Enter');
    await this.at('procedure-chosen').waitFor();
    await this.at('tick-usual').click();
    await this.at('applicant-name').fill(dossier.name);
    await this.at('applicant-phone').fill(dossier.phone);
    await this.at('applicant-address').fill(dossier.address);
    await this.at('appointment').waitFor();
  }

  async commitIntake(): Promise<ReceivedOnScreen> {
    await this.page.keyboard.press('Control+Enter');
    await this.at('saved').waitFor();
    return {
      dossierNumber: (await this.at('received-number').innerText()).trim(),
      scanCode: (await this.at('received-scan-code').innerText()).replace(/\D/g, ''),
    };
  }

  /** As a scanner does: physical keys in a burst, then Enter. */
  async scan(digits: string): Promise<void> {
    for (const digit of digits) await this.page.keyboard.press(`Digit${digit}`);
    await this.page.keyboard.press('Enter');
  }

  /** The kind of answer on the hand-over screen. */
  async scanAnswer(): Promise<string> {
    await this.at('scan-answer').waitFor();
    return (await this.at('scan-answer').getAttribute('data-kind')) ?? '';
  }

  async waitForAnswer(kind: string): Promise<void> {
    await this.page.locator(`[data-testid="scan-answer"][data-kind="${kind}"]`).waitFor();
  }

  async enrol(serverUrl: string, code: string): Promise<void> {
    await this.page.keyboard.press('F9');
    await this.at('server-url').fill(serverUrl);
    await this.at('server-code').fill(code);
    await this.at('enrol').click();
    await this.waitForSync('in-sync');
  }

  async waitForSync(status: string, timeoutMs = 30_000): Promise<void> {
    await this.page.locator(`[data-testid="status-sync"][data-status="${status}"]`).waitFor({ timeout: timeoutMs });
  }

  at(testId: string) {
    return this.page.getByTestId(testId);
  }
}

export type SetUpTyping = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly upperNames: string;
  readonly organisationCode: string;
  readonly station: string;
  readonly clerkName: string;
  readonly printer: { readonly host: string; readonly port: number };
  /** Absent: the data stays plain. */
  readonly passphrase?: string;
};

export type IntakeTyping = {
  readonly procedure: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
};

export type ReceivedOnScreen = { readonly dossierNumber: string; readonly scanCode: string };
