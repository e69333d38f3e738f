// Our own words on the Studio page, in the language of the page.
const english = window.gongtuiStudio.language === 'en';

export const say = (zh, en) => (english ? en : zh);
