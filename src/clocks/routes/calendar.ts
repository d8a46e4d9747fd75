import { isStaff } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { choice, form, one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../../platform/route.ts'
import { makeFeed, stopFeed } from '../actions/feed.ts'
import { calendarOf } from '../feed/ics.ts'
import { feedNames } from '../feed/types.ts'
import { calendarPage, madePage } from '../pages/calendar.tsx'
import { enterByFeed, feedOfMine, noteFeedLooks } from '../queries/feed.ts'
import { runsOfMine } from '../queries/runs.ts'
import type { ClockSource } from '../source.ts'

const addressOf = (path: string): string =>
  `${process.env.OPENPHB_ADDRESS?.replace(/\/+$/, '') ?? `http://localhost:${process.env.PORT ?? '3000'}`}${path}`

const feedForm = form({ names: choice(feedNames, 'Choose what an entry says') })

const doneSays: Readonly<Record<string, string>> = { stopped: 'The address is stopped.' }

async function show(doing: Doing, { query }: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  const done = errors.length > 0 ? undefined : doneSays[one(query, 'done')]
  return calendarPage({ feed: await feedOfMine(doing), staff: isStaff(doing.actor), errors, done })
}

async function make(doing: Doing, asked: Asked): Promise<Answer> {
  const read = feedForm.read(asked.form)
  if (!read.ok) return show(doing, asked, read.errors)
  const secret = await makeFeed(doing, read.value.names)
  return madePage({ address: addressOf(`/clocks/calendar/${secret}.ics`), staff: isStaff(doing.actor) })
}

const stop = async (doing: Doing): Promise<Answer> =>
  (await stopFeed(doing)) ? '/clocks/calendar?done=stopped' : '/clocks/calendar'

/** The calendar of a secret address, as its owner sees it today. A wrong or stopped one is not found. */
async function feed(doing: Doing, sources: readonly ClockSource[], { at }: Asked): Promise<Answer> {
  const secret = /^([\w-]{43})\.ics$/.exec(at['secret'] ?? '')?.[1]
  const entered = secret === undefined ? null : await enterByFeed(doing, secret)
  if (entered === null) return notFound
  const runs = await runsOfMine(entered.doing, sources)
  await noteFeedLooks(entered.doing, entered.feed, runs)
  const to = isStaff(entered.doing.actor) ? 'staff' : 'family'
  return {
    download: 'dates.ics',
    kind: 'text/calendar; charset=utf-8',
    body: calendarOf(runs, { names: entered.names, now: doing.now, to, addressOf }),
  }
}

export const calendarAnswers = { show, make, stop, feed }
