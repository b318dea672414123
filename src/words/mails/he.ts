import type { MailWords } from './mail-words.ts';

/** The mails in Hebrew. */
export const heMails: MailWords = {
  language: 'he',
  direction: 'rtl',
  frame: {
    greeting: ({ name }) => `שלום ${name},`,
    greetingWithoutName: 'שלום,',
    linkInstead: 'אם הכפתור לא פועל, אפשר להעתיק את הקישור הזה לדפדפן:',
    linkUntil: ({ expiresAt }) => `הקישור תקף לשימוש אחד, עד ${expiresAt}.`,
    ifYou: 'אם הפעולה הזו שלך, אין צורך לעשות דבר.',
    footer: ({ appName }) => `נשלח אוטומטית מטעם ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `מהיכן: ${where}.`,
    unknown: 'לא ידוע מהיכן.',
    device: ({ browser, system }) => `${browser} ב־${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `אישור כתובת האימייל החדשה שלך ב־${appName}`,
      heading: 'אישור כתובת האימייל החדשה שלך',
      happened: ({ appName, oldEmail }) =>
        `ביקשת לשנות את כתובת האימייל של החשבון שלך ב־${appName} מהכתובת ${oldEmail} לכתובת הזו. שום דבר לא ישתנה עד לאישור.`,
      button: 'אישור הכתובת הזו',
      ifNotYou: 'אם הבקשה הזו לא שלך, אפשר להתעלם מההודעה. בלי הקישור לא יקרה דבר.',
    },
    requested: {
      subject: ({ appName }) => `התבקש שינוי של כתובת האימייל של החשבון שלך ב־${appName}`,
      heading: 'התבקש שינוי של כתובת האימייל שלך',
      happened: ({ appName, newEmail, at }) =>
        `מישהו שמחובר לחשבון שלך ב־${appName} ביקש לשנות את כתובת האימייל של החשבון לכתובת ${newEmail} (${at}). שום דבר לא ישתנה עד לאישור הכתובת החדשה.`,
      ifNotYou: 'אם הפעולה הזו לא שלך, יש לעצור את השינוי. כך החשבון שלך גם ינותק בכל מקום.',
      button: 'זה לא הייתי אני',
    },
    taken: {
      subject: ({ appName }) => `מישהו הזין את כתובת האימייל שלך ב־${appName}`,
      heading: 'מישהו הזין את כתובת האימייל שלך',
      happened: ({ appName, at }) =>
        `מישהו ניסה להשתמש בכתובת האימייל הזו עבור חשבון אחר ב־${appName} (${at}). הכתובת כבר שייכת לחשבון, ולכן זה לא אפשרי.`,
      nothingToDo: 'שום דבר לא השתנה, ואין צורך לעשות דבר.',
    },
    changed: {
      subject: ({ appName }) => `כתובת האימייל של החשבון שלך ב־${appName} שונתה`,
      heading: 'כתובת האימייל שלך שונתה',
      happened: ({ appName, newEmail, at }) =>
        `כתובת האימייל של החשבון שלך ב־${appName} שונתה לכתובת ${newEmail} (${at}). מעכשיו הודעות על החשבון שלך יישלחו לשם.`,
      ifNotYou: 'אם הפעולה הזו לא שלך, יש להחזיר את הכתובת הזו. כך החשבון שלך גם ינותק בכל מקום.',
      button: 'החזרת הכתובת הזו',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `אישור כתובת האימייל שלך ב־${appName}`,
      heading: 'אישור כתובת האימייל שלך',
      happened: ({ appName }) => `חשבון ב־${appName} משתמש בכתובת הזו. יש לאשר שהכתובת שלך.`,
      button: 'אישור הכתובת הזו',
      ifNotYou: 'אם לא יצרת את החשבון הזה, אין לאשר דבר: בלי הקישור לא יקרה דבר.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `בחירת סיסמה חדשה ב־${appName}`,
      heading: 'בחירת סיסמה חדשה',
      happened: ({ appName, at }) =>
        `התבקש קישור לבחירת סיסמה חדשה לחשבון שלך ב־${appName} (${at}). הנה הקישור.`,
      button: 'בחירת סיסמה חדשה',
      ifNotYou: 'אם הבקשה הזו לא שלך, אפשר להתעלם מההודעה. הסיסמה שלך נשארת כפי שהיא.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `הקוד שלך ב־${appName}`,
      heading: 'הקוד שלך',
      happened: ({ appName }) => `יש להזין את הקוד הזה בדף של ${appName} שבו ביקשת אותו:`,
      until: ({ expiresAt }) => `הקוד תקף לשימוש אחד, עד ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `אין למסור אותו לאיש, גם לא ל־${appName}. אם לא ביקשת אותו, מישהו מחובר לחשבון שלך: יש לפתוח את הגדרות החשבון ולסיים את החיבורים האחרים.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `הסיסמה של החשבון שלך ב־${appName} שונתה`,
        heading: 'הסיסמה שלך שונתה',
        happened: ({ appName, at }) =>
          `הסיסמה של החשבון שלך ב־${appName} שונתה (${at}). כל המכשירים האחרים נותקו.`,
      },
      password_reset: {
        subject: ({ appName }) => `נבחרה סיסמה חדשה לחשבון שלך ב־${appName}`,
        heading: 'נבחרה סיסמה חדשה',
        happened: ({ appName, at }) =>
          `נבחרה סיסמה חדשה לחשבון שלך ב־${appName}, דרך קישור מהודעת אימייל (${at}). כל המכשירים נותקו.`,
      },
      password_locked: {
        subject: ({ appName }) => `יותר מדי ניסיונות שגויים להיכנס לחשבון שלך ב־${appName}`,
        heading: 'יותר מדי ניסיונות שגויים',
        happened: ({ appName, at }) =>
          `היו יותר מדי ניסיונות שגויים רצופים להיכנס לחשבון שלך ב־${appName} (${at}). ניסיונות נוספים לא יתקבלו. דפדפנים שכבר התחברת מהם ממשיכים לפעול; בכל מקום אחר יש לבחור קודם סיסמה חדשה באמצעות האימייל.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `האימות הדו־שלבי הופעל בחשבון שלך ב־${appName}`,
        heading: 'האימות הדו־שלבי הופעל',
        happened: ({ appName, at }) =>
          `האימות הדו־שלבי הופעל בחשבון שלך ב־${appName} (${at}). מעכשיו יידרש בהתחברות גם קוד מאפליקציית האימות.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `האימות הדו־שלבי הושבת בחשבון שלך ב־${appName}`,
        heading: 'האימות הדו־שלבי הושבת',
        happened: ({ appName, at }) =>
          `האימות הדו־שלבי הושבת בחשבון שלך ב־${appName} (${at}). מעכשיו הסיסמה מספיקה כדי להתחבר.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `נוצרו קודי שחזור חדשים לחשבון שלך ב־${appName}`,
        heading: 'נוצרו קודי שחזור חדשים',
        happened: ({ appName, at }) =>
          `נוצרו קודי שחזור חדשים לחשבון שלך ב־${appName} (${at}). הקודים הישנים כבר לא פועלים.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `נעשה שימוש בקוד שחזור של החשבון שלך ב־${appName}`,
        heading: 'נעשה שימוש בקוד שחזור',
        happened: ({ appName, at }) =>
          `נעשה שימוש בקוד שחזור של החשבון שלך ב־${appName} (${at}). הקוד הזה לא יפעל שוב.`,
      },
      passkey_added: {
        subject: ({ appName }) => `נוסף מפתח גישה לחשבון שלך ב־${appName}`,
        heading: 'נוסף מפתח גישה',
        happened: ({ appName, at }) =>
          `נוסף מפתח גישה לחשבון שלך ב־${appName} (${at}). מי שמחזיק בו יכול להזדהות בשמך.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `הוסר מפתח גישה מהחשבון שלך ב־${appName}`,
        heading: 'הוסר מפתח גישה',
        happened: ({ appName, at }) =>
          `הוסר מפתח גישה מהחשבון שלך ב־${appName} (${at}). הוא כבר לא פועל שם.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `התחברות חדשה לחשבון שלך ב־${appName}`,
        heading: 'התחברות חדשה',
        happened: ({ appName, at }) =>
          `מישהו התחבר לחשבון שלך ב־${appName} מדפדפן שלא הכרנו (${at}).`,
      },
    },
    ifNotYou:
      'אם הפעולה הזו לא שלך, יש לדווח לנו עכשיו. החשבון שלך ינותק אז בכל מקום, ומה שממתין לאישור ייעצר.',
    thenPassword: 'יישלח אליך גם קישור לבחירת סיסמה חדשה.',
    button: 'זה לא הייתי אני',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `החשבון שלך ב־${appName} נמחק`,
      heading: 'החשבון שלך נמחק',
      happened: ({ appName, at }) =>
        `החשבון שלך ב־${appName} נמחק (${at}), יחד עם הפרופיל, התמונה וכל ההתחברויות שלך. אי אפשר לשחזר אותו.`,
      lastMail: 'זו ההודעה האחרונה בעניין זה.',
      ifNotYou: ({ appName }) => `אם הפעולה הזו לא שלך, יש לפנות אל ${appName}.`,
    },
  },
};
