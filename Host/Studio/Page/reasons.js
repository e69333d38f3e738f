// Reads why the server refused: our problem documents and Elsa's lists of errors.
import { say } from './words.js';

/** Title, lines and links for a person, whatever the body is. */
export async function reasonsOf(response) {
  let problem = {};
  try {
    problem = JSON.parse(await response.text()) ?? {};
  } catch {
    // A body that is not JSON has nothing to tell a person.
  }
  const errors = Object.values(problem.errors ?? {}).flat().filter((line) => typeof line === 'string');
  const title = problem.title ?? problem.message ?? errors[0] ?? byStatus(response.status);
  const facts = [
    fact(say('要求', 'Expected'), problem.expected),
    fact(say('实际', 'Found'), problem.found),
    fact(say('依据', 'Rule'), problem.article),
  ];
  const lines = [...errors, ...facts, problem.nextStep ?? problem.detail].filter((line) => line && line !== title);
  return { title, saved: problem.saved === true, lines: [...new Set(lines)], links: [...bothVersions(problem.conflict), ...elections(problem)] };
}

// Two people on one draft: the server kept what the second one sent as a copy.
function bothVersions(conflict) {
  if (!conflict?.yours) return [];
  const editor = (id) => `/workflows/definitions/${encodeURIComponent(id)}/edit`;
  return [
    { label: say('看对方保存的', 'What was saved before'), href: editor(conflict.theirs.definitionId) },
    { label: say('看我的副本', 'My copy'), href: editor(conflict.yours.definitionId) },
  ];
}

// An election needs a unit with its roll, which nobody can choose in the editor.
const elections = (problem) => (problem.field === 'unit' ? [{ label: say('去“选举”页面', 'Open “Elections”'), href: '/elections' }] : []);

const fact = (name, value) => (value ? `${name}：${value}` : null);

function byStatus(status) {
  switch (status) {
    case 403: return say('您没有做这件事的权限。', 'You are not allowed to do this.');
    case 404: return say('没有找到，可能已被删除。', 'Not found; it may have been deleted.');
    case 409: return say('别人同时改了它。', 'Somebody else changed it at the same time.');
    case 413: return say('内容太大，服务器没有接收。', 'Too large; the server did not take it.');
    default: return say('服务器拒绝了这次操作。', 'The server refused.');
  }
}
