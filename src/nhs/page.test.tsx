import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { withoutNhsFonts } from './assets.ts'
import * as Nhs from './public.ts'

const account = { name: 'Priya <b>Nair</b>', role: 'Case worker', csrf: 'token-9' }
const around: Nhs.Surroundings = {
  phase: { name: 'Test service', says: 'Invented people, invented places.' },
  account,
  nav: [
    { href: '/today', says: 'Today' },
    { href: '/plans', says: 'Plans', current: true },
  ],
}
const style = Nhs.renderPage(<Nhs.StylePage {...around} examples={Nhs.examples} />)
const page = (more: Partial<Nhs.FrameProps> = {}): string =>
  Nhs.renderPage(
    <Nhs.Frame {...around} title="Plans" {...more}>
      <h1>Plans</h1>
    </Nhs.Frame>,
  )

test('a page is a whole document in British English', () => {
  assert.match(page(), /^<!doctype html><html lang="en-GB">/)
  assert.match(page(), /<title>Plans - OpenPHB<\/title>/)
})

test('a page with problems says so first in its title and lists them before its heading', () => {
  const drawn = page({ errors: [{ field: 'sum', says: 'Write the sum in figures' }] })
  assert.match(drawn, /<title>Error: Plans - OpenPHB<\/title>/)
  assert.ok(drawn.indexOf('There is a problem') < drawn.indexOf('<h1>Plans'))
})

test('a problem leads to its field, or to what the page shows where that field is gone', () => {
  const problems = [
    { field: 'sum', says: 'Write the sum in figures' },
    { field: 'gone', says: 'Somebody answered it meanwhile' },
  ]
  const drawn = Nhs.renderPage(
    <Nhs.Frame {...around} title="Plans" errors={problems}>
      <input id="sum" />
    </Nhs.Frame>,
  )
  assert.match(drawn, /href="#sum"/)
  assert.doesNotMatch(drawn, /href="#gone"/)
  assert.match(drawn, /href="#maincontent">Somebody answered it meanwhile/)
})

test('the first thing on a page leads past the menu to what it shows', () => {
  assert.match(page(), /<body[^>]*><a href="#maincontent"/)
  assert.match(page(), /<main class="nhsuk-main-wrapper" id="maincontent">/)
})

test('signing out is a form with its token, never a link', () => {
  assert.match(
    page(),
    /action="\/access\/sign-out"[^>]*><input type="hidden" name="_csrf" value="token-9"\/>/,
  )
})

test('the menu marks the page that is shown, for the eye and for a screen reader', () => {
  assert.match(page(), /href="\/plans" aria-current="page"/)
  assert.equal(page().match(/aria-current/g)?.length, 1)
})

test('markup in a name is text wherever a name is shown', () => {
  const drawn = page({ person: { name: '<script>1</script>', details: ['<i>'] }, done: '<u>' })
  assert.match(drawn, /Priya &lt;b&gt;Nair&lt;\/b&gt;/)
  assert.match(drawn, /<bdi>&lt;script&gt;1&lt;\/script&gt;<\/bdi>/)
  assert.doesNotMatch(drawn, /<script>|<i>|<u>/)
})

test('no page has a style or a script of its own, so that the strictest content policy holds', () => {
  assert.doesNotMatch(style, / style="/)
  assert.doesNotMatch(style, / on[a-z]+="/)
  assert.deepEqual(style.match(/<script[^>]*>[^<]*/g), ['<script type="module" src="/assets/openphb.js">'])
})

test('no page fetches anything from elsewhere, nor shows the NHS logo or its font', () => {
  const css = Nhs.buildCss()
  assert.doesNotMatch(css, /https?:\/\/|@font-face|frutiger/i)
  assert.doesNotMatch(style, /(?:src|action)="https?:|<link[^>]*https?:|nhsuk-header__logo/)
  for (const { path, body } of Nhs.readAssets()) assert.ok(body.length > 100, path)
})

test('every file that a style or a page asks for is served', () => {
  const served = new Set(Nhs.readAssets().map(asset => `/assets/${asset.path}`))
  const asked = [...`${style}${Nhs.buildCss()}`.matchAll(/\/assets\/[a-z0-9/.-]+/g)].map(([path]) => path)
  assert.deepEqual(
    asked.filter(path => !served.has(path)),
    [],
  )
})

test('a style without the NHS font keeps everything else', () => {
  const css = '@font-face{font-family:Frutiger W01;src:url(https://x)}b{font-family:Frutiger W01,arial;top:0}'
  assert.match(withoutNhsFonts(css), /^b\{font-family:-apple-system[^;]*sans-serif;top:0\}$/)
})

test('every example is drawn, under a name of its own', () => {
  assert.equal(new Set(Nhs.examples.map(example => example.name)).size, Nhs.examples.length)
  for (const { name } of Nhs.examples) assert.match(style, new RegExp(`>${name}</h2>`))
})

const off = {
  // React writes camelCase names of attributes; HTML does not tell them apart.
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  // NHS markup says roles that HTML implies, because old screen readers and card styles need them.
  'no-redundant-role': 'off',
  'prefer-native-element': 'off',
  // The page /style shows headings of whole pages one below the other.
  'no-multiple-main': 'off',
  'heading-level': 'off',
  'long-title': 'off',
  // Checkboxes of one question share a name, and come back as several values.
  'form-dup-name': 'off',
  // The NHS library, like nhsuk-frontend, tells phones not to begin a password with a capital.
  'input-attributes': 'off',
  'doctype-style': 'off',
} as const

test('the page of all examples is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: off })
  const report = await validator.validateString(style)
  const said = report.results.flatMap(result =>
    result.messages.map(one => `${one.ruleId} ${one.selector}: ${one.message}`),
  )
  assert.deepEqual(said, [])
})
