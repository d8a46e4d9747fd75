import type { Route } from '../access/public.ts'
import { boardAnswers } from './routes/board.ts'
import { calendarAnswers } from './routes/calendar.ts'
import { personAnswers } from './routes/person.ts'
import type { ClockSource } from './source.ts'

/** The pages of the clocks. Each module that owns facts with a deadline tells its own: they are handed in. */
export function clockRoutes(sources: readonly ClockSource[]): readonly Route[] {
  const ofPerson = (at: string, answer: (typeof personAnswers)['show']): Route => ({
    at: `GET /clocks/people/:person${at}`,
    allow: 'clocks.read',
    handle: (doing, asked) => answer({ doing, sources, asked }),
  })
  return [
    {
      at: 'GET /clocks',
      allow: 'clocks.list',
      handle: (doing, asked) => boardAnswers.show(doing, sources, asked),
    },
    {
      at: 'GET /clocks/export',
      allow: 'clocks.list',
      handle: (doing, asked) => boardAnswers.save(doing, sources, asked),
    },
    ofPerson('', personAnswers.show),
    ofPerson('/drawing', personAnswers.draw),
    ofPerson('/export', personAnswers.save),
    {
      at: 'GET /clocks/calendar',
      allow: 'clocks.calendar',
      handle: (doing, asked) => calendarAnswers.show(doing, asked),
    },
    { at: 'POST /clocks/calendar', allow: 'clocks.calendar', handle: calendarAnswers.make },
    { at: 'POST /clocks/calendar/ending', allow: 'clocks.calendar', handle: calendarAnswers.stop },
    {
      at: 'GET /clocks/calendar/:secret',
      allow: 'public.read',
      handle: (doing, asked) => calendarAnswers.feed(doing, sources, asked),
    },
  ]
}
