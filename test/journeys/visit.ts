import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { checkPage } from './checker.ts'

export type About = { readonly script: boolean; readonly device: 'desktop' | 'phone' }
type Answers = Readonly<Record<string, string | readonly string[]>>
export type File = { readonly name: string; readonly kind: string; readonly body: string | Buffer }

const pictures = path.join(process.env.OPENPHB_ROOT ?? process.cwd(), 'docs', 'screens')

/** A value in full, or by how it begins: `representative:*`. */
const valued = (value: string): string =>
  value.endsWith('*') ? `[value^="${value.slice(0, -1)}"]` : `[value="${value}"]`

/**
 * Somebody in front of a browser: goes, reads, fills in and presses, as a person does. Every page is checked.
 */
export class Visit {
  readonly page: Page
  readonly about: About

  constructor(page: Page, about: About) {
    this.page = page
    this.about = about
  }

  /** Where the browser is, as the address says it. */
  get at(): string {
    const { pathname, search } = new URL(this.page.url())
    return pathname + search
  }

  async goTo(address: string, status = 200): Promise<void> {
    const answered = await this.page.goto(address)
    assert.equal(answered?.status(), status, `${address}: ${(await this.words()).slice(0, 400)}`)
    await this.arrived()
  }

  /** Follows the link that says this, on the page itself. */
  async follow(says: string | RegExp): Promise<void> {
    const link = this.page.getByRole('link', { name: says })
    const drawnAsButton = this.page.locator('a[role=button]').filter({ hasText: says })
    await this.leave(this.main().locator(link.or(drawnAsButton)).first())
  }

  /** Presses the button that says this. */
  async press(says: string | RegExp): Promise<void> {
    await this.leave(this.main().getByRole('button', { name: says }).first())
  }

  /**
   * Fills in fields by their names, within a form whose button says this where there are several, and presses
   * it.
   */
  async send(answers: Answers, says: string | RegExp): Promise<void> {
    const form = this.main()
      .locator('form')
      .filter({ has: this.page.getByRole('button', { name: says }) })
      .first()
    await this.must(form, `a form with the button ${says}`)
    for (const [name, value] of Object.entries(answers)) await this.answer(form, name, value)
    await this.leave(form.getByRole('button', { name: says }).first())
  }

  /** Chooses a file for a field. */
  async attach(field: string, { name, kind, body }: File): Promise<void> {
    await this.page
      .locator(`input[type=file][name="${field}"]`)
      .setInputFiles({ name, mimeType: kind, buffer: typeof body === 'string' ? Buffer.from(body) : body })
  }

  async words(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is not drawn is not read.
    return (await this.page.locator('body').innerText()).replaceAll('\u00a0', ' ')
  }

  /** The page says all of these. */
  async sees(...says: readonly (string | RegExp)[]): Promise<void> {
    const words = await this.words()
    for (const one of says)
      assert.ok(
        typeof one === 'string' ? words.includes(one) : one.test(words),
        `${this.page.url()} does not say ${one}:\n${words}`,
      )
  }

  async doesNotSee(says: string | RegExp): Promise<void> {
    const words = await this.words()
    assert.ok(
      typeof says === 'string' ? !words.includes(says) : !says.test(words),
      `${this.page.url()} says ${says}`,
    )
  }

  /** A field in view still holds what was typed into it, after the form came back. */
  async stillHolds(name: string, value: string): Promise<void> {
    assert.equal(await this.main().locator(`[name="${name}"]:visible`).first().inputValue(), value, name)
  }

  /** Opens what is folded away under these words. */
  async open(says: string | RegExp): Promise<void> {
    await this.main().locator('summary', { hasText: says }).first().click()
  }

  /** A picture for the documents, only when they are asked for. */
  async picture(name: string, height = 1000): Promise<void> {
    if (process.env.SCREENSHOTS !== '1') return
    fs.mkdirSync(pictures, { recursive: true })
    const { width } = this.page.viewportSize() ?? { width: 1280 }
    await this.page.screenshot({
      path: path.join(pictures, `${name}-${this.about.device}.png`),
      clip: { x: 0, y: 0, width, height },
      fullPage: true,
    })
  }

  /** A file that the browser keeps, from a link or from a button that makes it: its name and words. */
  async download(says: string | RegExp): Promise<{ name: string; body: string }> {
    const [kept] = await Promise.all([
      this.page.waitForEvent('download'),
      this.main().locator('a, button').filter({ hasText: says }).first().click(),
    ])
    return { name: kept.suggestedFilename(), body: fs.readFileSync(await kept.path(), 'utf8') }
  }

  /** Follows the first link that an address is known of, rather than its words. */
  leaveTo(selector: string): Promise<void> {
    return this.leave(this.main().locator(selector).first())
  }

  /** Every value that a field offers. */
  async values(name: string): Promise<readonly string[]> {
    const all = await this.page.locator(`[name="${name}"]`).all()
    return Promise.all(all.map(async one => (await one.getAttribute('value')) ?? ''))
  }

  /** The words of whatever has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate('document.activeElement.innerText')
  }

  main(): Locator {
    return this.page.locator('main')
  }

  private async leave(locator: Locator): Promise<void> {
    await this.must(locator, String(locator))
    await Promise.all([this.page.waitForEvent('framenavigated'), locator.click()])
    await this.arrived()
  }

  /** Waits until the page is there, and checks it. */
  async arrived(): Promise<void> {
    await this.page.waitForLoadState('load')
    await checkPage(this.page, this.about)
  }

  private async must(locator: Locator, says: string): Promise<void> {
    if ((await locator.count()) === 0)
      assert.fail(`${this.page.url()} has no ${says}:\n${await this.words()}\n${await this.fields()}`)
  }

  private async answer(form: Locator, name: string, value: string | readonly string[]): Promise<void> {
    const field = form.locator(`[name="${name}"]`)
    await this.must(field, `field ${name}`)
    const kind = await field.first().getAttribute('type')
    const isList = (await form.locator(`select[name="${name}"]`).count()) > 0
    if (kind === 'radio' || kind === 'checkbox')
      for (const one of [value].flat())
        await form
          .locator(`[name="${name}"]${valued(one)}`)
          .first()
          .check()
    else if (isList) await field.selectOption(String(value))
    else await field.fill(String(value))
  }

  /** What the forms of the page offer, for the message of a journey that found no way on. */
  private fields(): Promise<string> {
    return this.page.evaluate(`[...document.querySelectorAll('main form')]
      .map(form => [form.getAttribute('action'), ...[...form.querySelectorAll('input,select,textarea,button')]
        .map(one => [one.tagName, one.type, one.name, one.value,
          one.textContent.slice(0, 60)].join(' '))].join('\\n  '))
      .join('\\n')`)
  }
}
