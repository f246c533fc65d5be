/** Where a paper lives elsewhere. */
export interface PaperLinks {
  huggingFace: string
  abs: string
  pdf: string
  code?: string
  project?: string
}

export function paperLinks(paper: {
  id: string
  repository?: string
  projectUrl?: string
}): PaperLinks {
  return {
    huggingFace: `https://huggingface.co/papers/${paper.id}`,
    abs: `https://arxiv.org/abs/${paper.id}`,
    pdf: `https://arxiv.org/pdf/${paper.id}`,
    ...(paper.repository && { code: `https://github.com/${paper.repository}` }),
    ...(paper.projectUrl && { project: paper.projectUrl }),
  }
}
