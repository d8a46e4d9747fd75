// npm run map: draws who uses whom, from modules.json and from what the files really import, into
// docs/map.svg.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { countHouse, sayHouse } from './house.mjs'
import { installWhatIsMissing } from './install.mjs'
import { root, underRightNode } from './node.mjs'

const row = 46
const box = { width: 150, height: 30 }
const left = 24
const top = 70

/** How often each folder of src imports each other one, as "from to" to a count. */
export function countUses(imports) {
  const uses = new Map()
  const folder = file => /^src\/([^/]+)\//.exec(file)?.[1]
  for (const { from, to } of imports) {
    const pair = [folder(from), folder(to)]
    if (!pair[0] || !pair[1] || pair[0] === pair[1]) continue
    uses.set(pair.join(' '), (uses.get(pair.join(' ')) ?? 0) + 1)
  }
  return uses
}

/** A way from a folder through others back to itself, or null where there is none. */
export function findCycle(uses) {
  const next = new Map()
  for (const pair of uses.keys()) {
    const [from, to] = pair.split(' ')
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const done = new Set()
  const walk = (name, way) => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name]
    if (done.has(name)) return null
    done.add(name)
    for (const to of next.get(name) ?? []) {
      const found = walk(to, [...way, name])
      if (found) return found
    }
    return null
  }
  for (const name of next.keys()) {
    const found = walk(name, [])
    if (found) return found
  }
  return null
}

/** The table: each module, what it says it is about, and whom it uses how often. */
export function tableOf(modules, uses) {
  const widest = Math.max(...modules.map(({ name }) => name.length))
  return modules.map(({ name, may }) => {
    const used = may.filter(to => uses.has(`${name} ${to}`)).map(to => `${to} ${uses.get(`${name} ${to}`)}`)
    const unused = may.filter(to => !uses.has(`${name} ${to}`))
    const rest = unused.length > 0 ? `   (not yet: ${unused.join(', ')})` : ''
    return `${name.padEnd(widest)}  ${used.join(', ') || '-'}${rest}`
  })
}

/**
 * The drawing: modules from the first to the last, an arc on the right for each use, thicker where it is
 * used more.
 */
export function drawMap(modules, uses) {
  const at = new Map(modules.map(({ name }, index) => [name, top + index * row]))
  const height = top + modules.length * row + 20
  const arcs = [...uses].flatMap(([pair, count]) => {
    const [from, to] = pair.split(' ')
    return at.has(from) && at.has(to) ? [arc({ from, to, count, at })] : []
  })
  const boxes = modules.map(({ name, says }) => boxOf(name, says, at.get(name)))
  const title = 'The modules of OpenPHB and whom each uses'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 ${height}" role="img"
 aria-labelledby="title description"
 font-family="system-ui, sans-serif" font-size="14" fill="#212b32">
<title id="title">${title}</title>
<desc id="description">${escaped(tableOf(modules, uses).join('; ').replaceAll(/ +/g, ' '))}</desc>
<rect width="960" height="${height}" fill="#ffffff"/>
<text x="${left}" y="32" font-size="20" font-weight="bold">${title}</text>
<text x="${left}" y="54">A line joins a module with those below that use it; thicker means more imports.
All use kernel, platform and nhs.</text>
${[...arcs, ...boxes].join('\n')}
</svg>
`
}

function arc({ from, to, count, at }) {
  const [low, high] = [at.get(from) + box.height / 2, at.get(to) + box.height / 2]
  const x = left + box.width
  const reach = x + 30 + Math.min(190, Math.abs(low - high) * 0.32)
  const width = Math.min(6, 1 + Math.log2(count)).toFixed(1)
  const words = `${from} uses ${to}, ${count} ${count === 1 ? 'import' : 'imports'}`
  const shape = `M ${x} ${high} C ${reach} ${high}, ${reach} ${low}, ${x} ${low}`
  const line = `fill="none" stroke="#005eb8" stroke-opacity="0.55" stroke-width="${width}"`
  return `<path d="${shape}" ${line}><title>${words}</title></path>`
}

function boxOf(name, says, y) {
  const words = { x: left + box.width + 250, y: y + 20 }
  const size = `width="${box.width}" height="${box.height}" rx="4"`
  return `<rect x="${left}" y="${y}" ${size} fill="#e8edee" stroke="#4c6272"/>
<text x="${left + 12}" y="${y + 20}" font-weight="bold">${escaped(name)}</text>
<text x="${words.x}" y="${words.y}">${escaped(says)}</text>`
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function main() {
  await installWhatIsMissing()
  const { checkBoundaries } = await import('./boundaries.mjs')
  const { imports, modules } = await checkBoundaries()
  const uses = countUses(imports.filter(({ from }) => !/\.test\.tsx?$/.test(from)))
  const there = modules.filter(({ name }) => fs.existsSync(path.join(root, 'src', name)))
  fs.mkdirSync(path.join(root, 'docs'), { recursive: true })
  fs.writeFileSync(path.join(root, 'docs', 'map.svg'), drawMap(there, uses))
  for (const line of tableOf(there, uses)) console.log(line)
  console.log(`\n${sayHouse(countHouse())}`)
  const cycle = findCycle(uses)
  if (cycle) console.error(`A cycle: ${cycle.join(' -> ')}`)
  process.exitCode = cycle ? 1 : 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await underRightNode(import.meta.url)
  await main()
}
