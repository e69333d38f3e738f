// The dictionary: Studio's own keys (zh.json), what is written into it without a key (zh-more.json), and the names of our facts in its journal,
// which the page brings along. "{0}" stands for anything.

/** Gives back a function from an English text to the Chinese one, or to undefined for a text that is not Studio's. */
export async function phraseBook() {
  const [keys, more] = await Promise.all([read('zh.json'), read('zh-more.json')]);
  const phrases = new Map([...Object.entries(keys), ...Object.entries(more), ...Object.entries(facts())]);
  const patterns = [...phrases].filter(([english]) => english.includes('{0}')).map(([english, chinese]) => [pattern(english), chinese]);

  return (english) => {
    const whole = phrases.get(english);
    if (whole || english.length > 300) return whole;
    for (const [shape, chinese] of patterns) {
      const found = shape.exec(english);
      if (found) return chinese.replace(/\{(\d)\}/g, (_, index) => phrases.get(found[Number(index) + 1]) ?? found[Number(index) + 1]);
    }
    return undefined;
  };
}

const read = async (name) => (await fetch(new URL(name, import.meta.url))).json();

const facts = () => JSON.parse(document.getElementById('gt-facts')?.textContent || '{}');

const pattern = (english) =>
  new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+?)')}$`, 's');
