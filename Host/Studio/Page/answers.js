// What the person sees when the server refuses something. Studio itself knows one answer to it: a red bar until the page is loaded again.
import { say } from './words.js';
import { show, close } from './messages.js';
import { reasonsOf } from './reasons.js';

const studio = window.gongtuiStudio;
const savesDefinition = /^\/elsa\/api\/+workflow-definitions(?:\/[^/]+\/(?:publish|retract|revert\/\d+)|\/import)?$/;

export function answerForServer() {
  studio.onAnswer(signInAgain);
  studio.onAnswer(refused);
  studio.onAnswer(recovered);
  studio.onFailure = unreachable;
}

let waitingForSignIn = null;

// The request waits until somebody has signed in, and is then sent once more: nothing of the work is lost.
async function signInAgain(response, request, again) {
  while (response.status === 401) {
    waitingForSignIn ??= show({
      subject: 'sign-in',
      blocking: true,
      title: say('登录已过期，请重新登录。您画的内容还在这个页面上。', 'Your session has ended. Sign in again; your work is still on this page.'),
      actions: [
        { label: say('1. 在新窗口登录', '1. Sign in in a new window'), href: '/sign-in?return=%2Fdesign' },
        { label: say('2. 已登录，继续', '2. Signed in, go on'), value: 'on' },
      ],
    }).finally(() => { waitingForSignIn = null; });
    await waitingForSignIn;
    response = await again();
  }
  return response;
}

async function refused(response, request) {
  if (response.ok || response.status >= 500 || response.status === 401) return response;
  if (request.path.endsWith('/features/installed')) return response;
  const reasons = await reasonsOf(response.clone());
  const isSave = request.method !== 'GET' && savesDefinition.test(request.path);
  show({
    subject: isSave ? 'save' : 'refused',
    title: isSave ? (reasons.saved ? say('没有发布，已存为草稿：', 'Not published, kept as a draft: ') : say('没有保存：', 'Not saved: ')) + reasons.title : reasons.title,
    lines: reasons.lines,
    actions: [...reasons.links, ...actionsFor(response.status, request)],
  }).then((value) => { if (value === 'reload') location.reload(); });
  // Any other refusal of a save would end in the red bar; this one it shows in words of its own.
  return isSave && response.status !== 400 ? asProblem(reasons) : response;
}

function actionsFor(status, request) {
  const actions = [{ value: 'close', label: say('知道了', 'OK') }];
  if (status === 409) actions.unshift({ value: 'reload', label: say('载入最新内容', 'Load the newest') });
  if (status === 404 && request.method === 'GET') actions.unshift({ label: say('程序列表', 'All procedures'), href: '/design' });
  return actions;
}

function recovered(response, request) {
  if (response.ok && request.method !== 'GET' && savesDefinition.test(request.path)) close('save');
  if (response.ok) close('unreachable');
  else if (response.status >= 500) unreachable();
  return response;
}

function unreachable() {
  show({
    subject: 'unreachable',
    title: say('服务器没有应答。', 'The server does not answer.'),
    lines: [say('正在重试；请不要关闭页面，内容还没有保存。', 'Trying again; keep this page open, what you changed is not saved yet.')],
    actions: [{ value: 'close', label: say('知道了', 'OK') }],
  });
}

function asProblem(reasons) {
  const body = JSON.stringify({ statusCode: 400, message: reasons.title, errors: { generalErrors: [reasons.title] } });
  return new Response(body, { status: 400, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } });
}
