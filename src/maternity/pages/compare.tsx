import { DataTable } from '../../nhs/public.ts'
import type { Place } from '../types.ts'

const unknown = 'Not known'

/** Providers side by side in plain words; on a phone each is a card. */
export const Compare = ({ places, caption }: { places: readonly Place[]; caption: string }) => (
  <DataTable
    caption={caption}
    columns={[
      { says: 'Who' },
      { says: 'Where' },
      { says: 'What they offer' },
      { says: 'Beds, or at home' },
      { says: 'How far' },
      { says: 'What women said' },
      { says: 'What is not known' },
    ]}
    rows={places.map(one => ({
      key: one.key,
      cells: [
        <bdi key="who">{one.provider}</bdi>,
        <bdi key="where">{one.place || unknown}</bdi>,
        <bdi key="offers">{one.offers || unknown}</bdi>,
        <bdi key="beds">{one.beds || unknown}</bdi>,
        <bdi key="far">{one.distance || unknown}</bdi>,
        one.said === '' ? (
          'Nothing yet'
        ) : (
          <span key="said">
            “<bdi>{one.said}</bdi>”
            <span className="app-table__about">
              <bdi>{one.saidSource}</bdi>
            </span>
          </span>
        ),
        <bdi key="open">{one.openQuestions || 'Nothing that we know of'}</bdi>,
      ],
    }))}
    empty="Nobody has a contract for this part of care yet."
  />
)
