/** Letters and signs of TeX that stand in texts outside of formulas too, by their names. */
export const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ' },
    ...{ eta: 'η', theta: 'θ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ' },
    ...{ pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ', chi: 'χ' },
    ...{ psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π' },
    ...{ Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', nabla: '∇', partial: '∂' },
    ...{ infty: '∞', sum: '∑', prod: '∏', times: '×', pm: '±', cdot: '·', circ: '°', deg: '°' },
    ...{ sim: '∼', approx: '≈', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', ll: '≪' },
    ...{ gg: '≫', propto: '∝', in: '∈', to: '→', rightarrow: '→', leftarrow: '←', uparrow: '↑' },
    ...{ downarrow: '↓', leftrightarrow: '↔', Rightarrow: '⇒', star: '⋆', ast: '∗', top: '⊤' },
    ...{ dagger: '†', prime: '′', bullet: '•', dots: '…', ldots: '…', cdots: '⋯' },
    ...{ textendash: '–', textemdash: '—', textasciitilde: '~', textgreater: '>', textless: '<' },
    ...{ textbackslash: '\\', textunderscore: '_', textdegree: '°', texttimes: '×', textmu: 'µ' },
    ...{ texttrademark: '™', copyright: '©', S: '§', TeX: 'TeX', LaTeX: 'LaTeX', ss: 'ß', o: 'ø' },
    ...{ O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı' },
    // What papers define for themselves, nearly always so.
    ...{ ie: 'i.e.', eg: 'e.g.', etc: 'etc.', etal: 'et al.', vs: 'vs.', wrt: 'w.r.t.' },
  }),
)

/** Those that mean something as bare words before an index: `pi_0`, `nabla^2`. */
export const indexedNames =
  'alpha|beta|gamma|delta|epsilon|varepsilon|eta|theta|kappa|lambda|mu|nu|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|ell|nabla|sum'
