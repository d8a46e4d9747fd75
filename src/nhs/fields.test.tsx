import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as Nhs from './public.ts'

const html = (element: ReactElement): string => renderToStaticMarkup(element)
const inForm = (typed: Nhs.Typed, errors: readonly Nhs.FieldError[], field: ReactElement): string =>
  html(
    <Nhs.Form action="/requests" csrf="token-1" once="key-1" typed={typed} errors={errors}>
      {field}
    </Nhs.Form>,
  )

test('a form carries its token, its once-only key, and asks the browser to leave checking to us', () => {
  const drawn = inForm({}, [], <Nhs.TextField name="name" label="Your name" />)
  assert.match(drawn, /<form noValidate="" class="app-form" action="\/requests" method="post"/)
  assert.match(drawn, /<input type="hidden" name="_csrf" value="token-1"\/>/)
  assert.match(drawn, /<input type="hidden" name="once" value="key-1"\/>/)
})

test('what was typed is kept, and a script in it is only text', () => {
  const drawn = inForm(
    { name: '"><script>alert(1)</script>' },
    [],
    <Nhs.TextField name="name" label="Name" />,
  )
  assert.match(drawn, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/)
  assert.doesNotMatch(drawn, /<script/)
  const area = inForm({ about: '</textarea><script>' }, [], <Nhs.TextArea name="about" label="About me" />)
  assert.match(area, /&lt;\/textarea&gt;&lt;script&gt;<\/textarea>/)
})

test('a field with an error and a hint is described by both, and the error has its sentence', () => {
  const errors = [{ field: 'name', says: 'Write your name' }]
  const drawn = inForm({}, errors, <Nhs.TextField name="name" label="Name" hint="As on letters" />)
  assert.match(drawn, /aria-describedby="name--hint name--error-message"/)
  assert.match(
    drawn,
    /id="name--error-message"><span class="nhsuk-u-visually-hidden">Error: <\/span>Write your name/,
  )
  assert.match(drawn, /nhsuk-form-group--error/)
})

test('a field without an error is not marked, whatever is wrong with its neighbour', () => {
  const drawn = inForm(
    {},
    [{ field: 'town', says: 'Write a town' }],
    <Nhs.TextField name="name" label="Name" />,
  )
  assert.doesNotMatch(drawn, /error/)
})

test('a field outside a form takes what was typed and the errors itself', () => {
  const errors = [{ field: 'q', says: 'Write a name or a number' }]
  const drawn = html(<Nhs.SearchField name="q" label="Find" typed={{ q: 'Yusuf' }} errors={errors} />)
  assert.match(drawn, /value="Yusuf"/)
  assert.match(drawn, /aria-describedby="q-error"/)
})

test('a sum of money has its sign before the box', () => {
  const drawn = inForm({ sum: '12.50' }, [], <Nhs.MoneyField name="sum" label="How much?" />)
  assert.match(drawn, /nhsuk-input-wrapper__prefix" aria-hidden="true">£<\/div>/)
  assert.match(drawn, /value="12.50"/)
})

test('a password is never sent back', () => {
  const drawn = inForm({ password: 'secret' }, [], <Nhs.PasswordField name="password" label="Password" />)
  assert.doesNotMatch(drawn, /secret/)
})

test('a long text says the most it may hold, without JavaScript too', () => {
  const drawn = inForm({}, [], <Nhs.TextArea name="why" label="Why?" most={500} />)
  assert.match(drawn, /You can enter up to 500 characters/)
})

const ways = [
  { value: 'self', label: 'Myself' },
  { value: 'child', label: 'My child', hint: 'Under 18', also: <p>Their name</p> },
]

test('of radios the one chosen before is chosen again', () => {
  const drawn = inForm({ who: 'child' }, [], <Nhs.Choice name="who" label="Who is it for?" ways={ways} />)
  assert.match(drawn, /id="who-2"[^>]*name="who" checked="" value="child"/)
  assert.equal(drawn.match(/checked/g)?.length, 1)
})

test('the first radio has the id of the field, so that the error summary leads to it', () => {
  const drawn = inForm({}, [], <Nhs.Choice name="who" label="Who is it for?" ways={ways} />)
  assert.match(drawn, /<input class="nhsuk-radios__input" id="who" type="radio"/)
})

test('several checkboxes stay ticked', () => {
  const drawn = inForm({ who: ['self', 'child'] }, [], <Nhs.Choices name="who" label="Who?" ways={ways} />)
  assert.equal(drawn.match(/checked=""/g)?.length, 2)
})

test('a day keeps its three boxes as typed, 31 February too', () => {
  const typed = { 'born-day': '31', 'born-month': 'Feb', 'born-year': '2017' }
  const drawn = inForm(typed, [], <Nhs.DayField name="born" label="Date of birth" birthday />)
  assert.match(drawn, /name="born-day"[^>]*value="31"|value="31"[^>]*name="born-day"/)
  assert.match(drawn, /value="Feb"/)
  assert.match(drawn, /autoComplete="bday-year"/)
})

test('an error of the whole day marks three boxes and leads to the first', () => {
  const errors = [{ field: 'born', says: 'There is no 31 February' }]
  const drawn = inForm({}, errors, <Nhs.DayField name="born" label="Date of birth" />)
  assert.equal(drawn.match(/nhsuk-input--error/g)?.length, 3)
  assert.match(drawn, /<input[^>]* id="born"/)
})

test('an error of the year marks the year alone and leads to it', () => {
  const errors = [{ field: 'born-year', says: 'Write the year with four digits' }]
  const drawn = inForm({}, errors, <Nhs.DayField name="born" label="Date of birth" />)
  assert.equal(drawn.match(/nhsuk-input--error/g)?.length, 1)
  assert.match(drawn, /nhsuk-input--error[^>]* id="born-year"|id="born-year"[^>]*nhsuk-input--error/)
  assert.match(drawn, /Write the year with four digits/)
})

test('every error of the summary leads to a field that is on the page', () => {
  const errors = ['name', 'who', 'born', 'born-day', 'sum'].map(field => ({
    field,
    says: `Something about ${field}`,
  }))
  const drawn = html(
    <Nhs.Frame title="Ask" errors={errors}>
      <Nhs.Form action="/" csrf="" once="" errors={errors}>
        <Nhs.TextField name="name" label="Name" />
        <Nhs.Choice name="who" label="Who?" ways={ways} />
        <Nhs.DayField name="born" label="Born" />
        <Nhs.MoneyField name="sum" label="Sum" />
      </Nhs.Form>
    </Nhs.Frame>,
  )
  for (const { field } of errors) {
    assert.match(drawn, new RegExp(`href="#${field}"`))
    assert.match(drawn, new RegExp(`<input[^>]* id="${field}"`))
  }
})

test('answers of the pages before go on as hidden fields, several of one name too', () => {
  const drawn = html(
    <Nhs.HiddenFields values={{ name: 'Yusuf', need: ['breathing', 'mobility'], none: undefined }} />,
  )
  assert.equal(drawn.match(/type="hidden"/g)?.length, 3)
})
