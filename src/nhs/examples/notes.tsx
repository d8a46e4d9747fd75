import { plainDate } from '../../kernel/days.ts'
import { Letter } from '../letter.tsx'
import { Details, EmptyState, InsetText, NotificationBanner, WarningCallout } from '../notices.tsx'
import { RuleNote } from '../rule-note.tsx'
import { ErrorPage, NotFoundPage, RefusedPage, SessionEndedPage, StalePage } from '../states.tsx'
import type { Example } from '../style-page.tsx'
import { Panel, SummaryList } from '../summary.tsx'
import { type Meaning, Tag } from '../tag.tsx'

const source = {
  cite: 'architecture/sources/si-2013-1617.md#reg-5',
  title: 'The National Health Service (Direct Payments) Regulations 2013, regulation 5',
  address: 'https://www.legislation.gov.uk/uksi/2013/1617',
  read: plainDate('2026-03-02'),
}

const tags: readonly (readonly [Meaning, string])[] = [
  ['needs-you', 'Needs you'],
  ['overdue', 'Overdue'],
  ['waiting', 'Being decided'],
  ['good', 'Agreed'],
  ['bad', 'Refused'],
  ['new', 'New'],
  ['over', 'Ended'],
  ['plain', 'Draft'],
]

const letter = (
  <Letter
    from={{
      organisation: 'Millbrook East Integrated Care Board',
      address: ['2 Mill Lane', 'Millbrook', 'ML1 1AA'],
    }}
    to={{ name: 'Amira Rahman', address: ['14 Weir Street', 'Millbrook', 'ML2 4QD'] }}
    day={plainDate('2026-07-14')}
    reference="PHB-7K3M-9QT"
    about="We have agreed part of what you asked for Yusuf"
    decided={{
      name: 'Tom Ellery',
      role: 'Approver, children’s continuing care',
      reach: 'telephone 01632 960 123',
    }}
  >
    <ol className="nhsuk-list nhsuk-list--number">
      <li>We agreed two personal assistants for 28 hours a week.</li>
      <li>We did not agree the garden room, because a budget cannot pay for building work.</li>
    </ol>
    <p>You can ask us to look at this again until Friday 14 August 2026. Somebody else will look.</p>
  </Letter>
)

const facts = [
  { says: 'Name', is: 'Yusuf Rahman', change: { href: '/style', what: 'name' } },
  { says: 'Date of birth', is: '3 March 2017', change: { href: '/style', what: 'date of birth' } },
  { says: 'NHS number', is: '999 000 0018' },
]

export const noteExamples: readonly Example[] = [
  {
    name: 'Tags',
    element: (
      <p className="app-tags">
        {tags.map(([means, says]) => (
          <Tag key={means} means={means}>
            {says}
          </Tag>
        ))}
      </p>
    ),
  },
  { name: 'Rule read in the law', element: <RuleNote {...exampleRule('statute-read')} /> },
  { name: 'Rule of which we are not sure', element: <RuleNote {...exampleRule('general-knowledge')} /> },
  { name: 'Summary list', element: <SummaryList facts={facts} /> },
  {
    name: 'Inset text',
    element: (
      <InsetText>
        <p>You can stop at any time. What you have typed is kept.</p>
      </InsetText>
    ),
  },
  {
    name: 'Warning',
    element: (
      <WarningCallout heading="Payments stop on 31 July 2026">
        <p>We have asked twice for the May statement. Send it and nothing stops.</p>
      </WarningCallout>
    ),
  },
  {
    name: 'More for those who want it',
    element: (
      <Details says="What counts as proof?">
        <p>A letter will do.</p>
      </Details>
    ),
  },
  {
    name: 'News',
    element: <NotificationBanner heading="Payments of Friday are made on Thursday this week" />,
  },
  { name: 'After sending', element: <Panel title="We have your request" reference="PHB-7K3M-9QT" /> },
  { name: 'Letter', element: letter },
  {
    name: 'Nothing here yet',
    element: (
      <EmptyState
        says="There is no budget yet"
        next="Priya Nair will send you the sum by Tuesday 14 July 2026."
      />
    ),
  },
  { name: 'Page: not found', element: <NotFoundPage /> },
  {
    name: 'Page: not allowed',
    element: <RefusedPage because={['Only an approver can release a payment run.']} />,
  },
  { name: 'Page: not allowed for two reasons', element: <RefusedPage because={twoReasons()} /> },
  { name: 'Page: signed out', element: <SessionEndedPage signIn="/access/sign-in" kept /> },
  { name: 'Page: changed meanwhile', element: <StalePage href="/style" /> },
  {
    name: 'Page: our mistake',
    element: <ErrorPage reference="E-4F2K" help={{ says: 'Telephone 01632 960 123.' }} />,
  },
]

function exampleRule(confidence: 'statute-read' | 'general-knowledge') {
  return {
    says: 'A first review is held within three months.',
    source,
    confidence,
    from: plainDate('2013-08-01'),
  }
}

function twoReasons(): readonly string[] {
  return [
    'You wrote this plan, so somebody else has to sign it off.',
    'The sum is above your limit of £500.00 a week.',
  ]
}
