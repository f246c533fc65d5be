import { mergePaper, type Paper } from '../../../lib/model/paper.ts'
import { readDailyRecord } from '../../../lib/sources/hugging-face-record.ts'
import { generateSampleFeed } from '../../support/feed/sample-feed.ts'

/** The papers of the generated feed, each once. */
export function samplePapers(): Paper[] {
  const papers = new Map<string, Paper>()
  for (const { papers: records } of generateSampleFeed()) {
    for (const [i, record] of records.entries()) {
      const read = readDailyRecord(record, i)
      if ('paper' in read && read.paper) {
        const { paper } = read
        papers.set(paper.id, mergePaper(papers.get(paper.id), paper, 0))
      }
    }
  }
  return [...papers.values()]
}
