import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as Nhs from './public.ts'

type Fixture = { readonly name: string; readonly context: Record<string, unknown>; readonly html: string }

/** What nhsuk-frontend itself draws for an example. */
function official(component: string, name: string): string {
  const path = `node_modules/nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: readonly Fixture[] }
  const found = fixtures.find(fixture => fixture.name === name)
  assert.ok(found, `nhsuk-frontend has no example "${name}" of ${component}`)
  return found.html
}

const attributesOf = (text: string): string =>
  [...text.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)]
    .map(([, name = '', value = '']) => `${name.toLowerCase()}="${value}"`)
    .sort()
    .join(' ')

/** The same markup written in one way: attributes in order, no space that a browser would not show. */
const plain = (html: string): string =>
  html
    .replace(/&ctdot;?/g, '⋯')
    .replace(/<([a-z0-9]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi, (_, tag: string, text: string) =>
      `<${tag} ${attributesOf(text)}>`.replace(' >', '>'),
    )
    .replace(/<\/(path|input)>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .trim()

const same = (element: ReactElement, html: string): void =>
  assert.equal(plain(renderToStaticMarkup(element)), plain(html))

test('a task list is drawn as nhsuk-frontend draws it', () => {
  const tasks: readonly Nhs.Task[] = [
    { says: 'Exercise', href: '#/task/exercise', state: 'done' },
    { says: 'Personal health', href: '#/task/personal-health', state: 'done' },
    {
      says: 'Family health history',
      href: '#/task/family-health-history',
      hint: 'Details of your parents, brothers and sisters',
      state: 'to-do',
    },
    { says: 'Smoking history', href: '#/task/smoking-history', state: 'to-do' },
    { says: 'Blood test', state: 'not-yet' },
  ]
  same(<Nhs.TaskList tasks={tasks} id="your-health" />, official('task-list', 'default'))
})

test('a search box is drawn as nhsuk-frontend draws it, with a hint, with an error, and large', () => {
  const hint = (
    <>
      This is a 10 digit number (like <span className="nhsuk-u-nowrap">999 123 4567</span>) that you can find
      on an NHS letter, prescription or in the NHS App
    </>
  )
  const withoutPlaceholder = (html: string): string => html.replace(' placeholder="NHS number"', '')
  const field = { name: 'example', label: 'Search by NHS number', hint, width: 20, heading: true }
  same(<Nhs.SearchField {...field} />, withoutPlaceholder(official('search-input', 'default')))
  const large = { ...field, hint: undefined, width: 30, large: true }
  same(<Nhs.SearchField {...large} />, withoutPlaceholder(official('search-input', 'large')))
  const errors = [{ field: 'example', says: 'Enter NHS number' }]
  same(
    <Nhs.SearchField {...field} errors={errors} typed={{ example: '999 123 4567' }} />,
    withoutPlaceholder(official('search-input', 'with error message and hint')),
  )
})

test('tags are drawn as nhsuk-frontend draws them', () => {
  const { fixtures } = JSON.parse(
    readFileSync('node_modules/nhsuk-frontend/dist/nhsuk/components/tag/fixtures.json', 'utf8'),
  ) as { fixtures: readonly Fixture[] }
  const drawn = fixtures.filter(({ name, context }) => name === 'default' && context['colour'] === 'red')
  assert.equal(drawn.length, 1)
  for (const { context, html } of drawn)
    same(<Nhs.Tag means="overdue">{String(context['text'])}</Nhs.Tag>, html)
})

test('the pages of a long list are drawn as nhsuk-frontend draws them', () => {
  same(
    <Nhs.Pagination page={10} pages={40} hrefOf={page => `#/section/${page}`} />,
    official('pagination', 'numbered with many pages'),
  )
})

test('a table has the classes and scopes of nhsuk-frontend, on a screen and as cards', () => {
  const columns = [{ says: 'Skin symptoms' }, { says: 'Possible cause' }]
  const row = (first: string, second: string) => ({ key: first, cells: [first, second] })
  const rows = [
    row('Blisters on lips or around the mouth', 'Cold sores'),
    row('Itchy, dry, cracked, sore', 'Eczema'),
    row('Itchy blisters', 'Shingles, chickenpox'),
  ]
  const drawn = renderToStaticMarkup(
    <Nhs.DataTable
      caption="Impetigo can look similar to other skin conditions"
      columns={columns}
      rows={rows}
      empty="None"
    />,
  )
  // Ours says the roles always, because styles that turn rows into cards make browsers forget them.
  const ours = plain(drawn)
    .replace(/ role="[a-z]+"/g, '')
    .replace(' app-table', '')
  assert.equal(ours, plain(official('tables', 'default')))
})
