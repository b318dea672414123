import type { MailWords } from './mail-words.ts';

/** The mails in Arabic. */
export const arMails: MailWords = {
  language: 'ar',
  direction: 'rtl',
  frame: {
    greeting: ({ name }) => `مرحبًا ${name}،`,
    greetingWithoutName: 'مرحبًا،',
    linkInstead: 'إذا لم يعمل الزر، يُرجى نسخ هذا الرابط إلى متصفحك:',
    linkUntil: ({ expiresAt }) => `يعمل الرابط مرة واحدة، حتى ${expiresAt}.`,
    ifYou: 'إذا صدر هذا عنك، فلا يلزمك فعل شيء.',
    footer: ({ appName }) => `رسالة أرسلها ${appName} تلقائيًا.`,
  },
  origin: {
    both: ({ device, place }) => `${device}، ${place}`,
    from: ({ where }) => `المصدر: ${where}.`,
    unknown: 'المصدر غير معروف.',
    device: ({ browser, system }) => `${browser} على ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `تأكيد عنوان بريدك الإلكتروني الجديد في ${appName}`,
      heading: 'تأكيد عنوان بريدك الإلكتروني الجديد',
      happened: ({ appName, oldEmail }) =>
        `طلبت تغيير عنوان البريد الإلكتروني لحسابك في ${appName} من ${oldEmail} إلى هذا العنوان. لن يتغيّر شيء قبل أن يتم التأكيد.`,
      button: 'تأكيد هذا العنوان',
      ifNotYou: 'إذا لم يصدر هذا الطلب عنك، يمكنك تجاهل هذه الرسالة. من دون الرابط لن يحدث شيء.',
    },
    requested: {
      subject: ({ appName }) => `طلب أحدهم تغيير عنوان البريد الإلكتروني لحسابك في ${appName}`,
      heading: 'طُلب تغيير عنوان بريدك الإلكتروني',
      happened: ({ appName, newEmail, at }) =>
        `طلب شخص سجّل الدخول إلى حسابك في ${appName} تغيير عنوان البريد الإلكتروني للحساب إلى ${newEmail} (${at}). لن يتغيّر شيء قبل تأكيد العنوان الجديد.`,
      ifNotYou:
        'إذا لم يصدر هذا عنك، يُرجى إيقاف التغيير. يؤدي ذلك أيضًا إلى تسجيل خروج حسابك من كل مكان.',
      button: 'لم يصدر هذا عني',
    },
    taken: {
      subject: ({ appName }) => `أدخل أحدهم عنوان بريدك الإلكتروني في ${appName}`,
      heading: 'أدخل أحدهم عنوان بريدك الإلكتروني',
      happened: ({ appName, at }) =>
        `حاول أحدهم استخدام عنوان البريد الإلكتروني هذا لحساب آخر في ${appName} (${at}). العنوان تابع لحساب بالفعل، لذا لا يمكن ذلك.`,
      nothingToDo: 'لم يتغيّر شيء، ولا يلزمك فعل شيء.',
    },
    changed: {
      subject: ({ appName }) => `تم تغيير عنوان البريد الإلكتروني لحسابك في ${appName}`,
      heading: 'تم تغيير عنوان بريدك الإلكتروني',
      happened: ({ appName, newEmail, at }) =>
        `تم تغيير عنوان البريد الإلكتروني لحسابك في ${appName} إلى ${newEmail} (${at}). من الآن فصاعدًا تصل الرسائل المتعلقة بحسابك إلى هناك.`,
      ifNotYou:
        'إذا لم يصدر هذا عنك، يُرجى استعادة هذا العنوان. يؤدي ذلك أيضًا إلى تسجيل خروج حسابك من كل مكان.',
      button: 'استعادة هذا العنوان',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `تأكيد عنوان بريدك الإلكتروني في ${appName}`,
      heading: 'تأكيد عنوان بريدك الإلكتروني',
      happened: ({ appName }) =>
        `هناك حساب في ${appName} يستخدم هذا العنوان. يُرجى تأكيد أن العنوان لك.`,
      button: 'تأكيد هذا العنوان',
      ifNotYou:
        'إذا لم يكن هذا الحساب من إنشائك، يُرجى عدم تأكيد أي شيء: من دون الرابط لن يحدث شيء.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `اختيار كلمة مرور جديدة في ${appName}`,
      heading: 'اختيار كلمة مرور جديدة',
      happened: ({ appName, at }) =>
        `طُلب رابط لاختيار كلمة مرور جديدة لحسابك في ${appName} (${at}). ها هو الرابط.`,
      button: 'اختيار كلمة مرور جديدة',
      ifNotYou: 'إذا لم يصدر هذا الطلب عنك، يمكنك تجاهل هذه الرسالة. تبقى كلمة مرورك كما هي.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `رمزك في ${appName}`,
      heading: 'رمزك',
      happened: ({ appName }) => `يُرجى إدخال هذا الرمز في صفحة ${appName} التي طلبته منها:`,
      until: ({ expiresAt }) => `يعمل الرمز مرة واحدة، حتى ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `يُرجى عدم إعطائه لأحد، ولا حتى إلى ${appName}. إذا لم يصدر هذا الطلب عنك، فقد سجّل شخص ما الدخول إلى حسابك: يُرجى فتح إعدادات حسابك وإنهاء الجلسات الأخرى.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `تم تغيير كلمة مرور حسابك في ${appName}`,
        heading: 'تم تغيير كلمة مرورك',
        happened: ({ appName, at }) =>
          `تم تغيير كلمة مرور حسابك في ${appName} (${at}). تم تسجيل الخروج من كل الأجهزة الأخرى.`,
      },
      password_reset: {
        subject: ({ appName }) => `تم اختيار كلمة مرور جديدة لحسابك في ${appName}`,
        heading: 'تم اختيار كلمة مرور جديدة',
        happened: ({ appName, at }) =>
          `تم اختيار كلمة مرور جديدة لحسابك في ${appName} باستخدام رابط من رسالة (${at}). تم تسجيل الخروج من كل الأجهزة.`,
      },
      password_locked: {
        subject: ({ appName }) => `محاولات خاطئة كثيرة جدًا للدخول إلى حسابك في ${appName}`,
        heading: 'محاولات خاطئة كثيرة جدًا',
        happened: ({ appName, at }) =>
          `جرت محاولات خاطئة كثيرة جدًا على التوالي للدخول إلى حسابك في ${appName} (${at}). لن تُقبل محاولات أخرى. المتصفحات التي سبق لك تسجيل الدخول منها لا تزال تعمل؛ أما في أي مكان آخر، فيُرجى أولًا اختيار كلمة مرور جديدة عبر البريد الإلكتروني.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `تم تفعيل التحقق بخطوتين لحسابك في ${appName}`,
        heading: 'تم تفعيل التحقق بخطوتين',
        happened: ({ appName, at }) =>
          `تم تفعيل التحقق بخطوتين لحسابك في ${appName} (${at}). من الآن فصاعدًا يتطلب تسجيل الدخول أيضًا رمزًا من تطبيق المصادقة.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `تم إيقاف التحقق بخطوتين لحسابك في ${appName}`,
        heading: 'تم إيقاف التحقق بخطوتين',
        happened: ({ appName, at }) =>
          `تم إيقاف التحقق بخطوتين لحسابك في ${appName} (${at}). من الآن فصاعدًا تكفي كلمة المرور لتسجيل الدخول.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `تم إنشاء رموز استرداد جديدة لحسابك في ${appName}`,
        heading: 'تم إنشاء رموز استرداد جديدة',
        happened: ({ appName, at }) =>
          `تم إنشاء رموز استرداد جديدة لحسابك في ${appName} (${at}). لم تعد الرموز القديمة تعمل.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `تم استخدام رمز استرداد لحسابك في ${appName}`,
        heading: 'تم استخدام رمز استرداد',
        happened: ({ appName, at }) =>
          `تم استخدام رمز استرداد لحسابك في ${appName} (${at}). لن يعمل هذا الرمز مرة أخرى.`,
      },
      passkey_added: {
        subject: ({ appName }) => `تمت إضافة مفتاح مرور إلى حسابك في ${appName}`,
        heading: 'تمت إضافة مفتاح مرور',
        happened: ({ appName, at }) =>
          `تمت إضافة مفتاح مرور إلى حسابك في ${appName} (${at}). من يملكه يستطيع إثبات أنه أنت.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `تمت إزالة مفتاح مرور من حسابك في ${appName}`,
        heading: 'تمت إزالة مفتاح مرور',
        happened: ({ appName, at }) =>
          `تمت إزالة مفتاح مرور من حسابك في ${appName} (${at}). لم يعد يعمل هناك.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `تسجيل دخول جديد إلى حسابك في ${appName}`,
        heading: 'تسجيل دخول جديد',
        happened: ({ appName, at }) =>
          `سجّل أحدهم الدخول إلى حسابك في ${appName} من متصفح لم نعرفه من قبل (${at}).`,
      },
    },
    ifNotYou:
      'إذا لم يصدر هذا عنك، يُرجى إبلاغنا الآن. عندئذٍ يتم تسجيل خروج حسابك من كل مكان، وإيقاف ما ينتظر التأكيد.',
    thenPassword: 'سيصلك أيضًا رابط لاختيار كلمة مرور جديدة.',
    button: 'لم يصدر هذا عني',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `تم حذف حسابك في ${appName}`,
      heading: 'تم حذف حسابك',
      happened: ({ appName, at }) =>
        `تم حذف حسابك في ${appName} (${at})، مع ملفك الشخصي وصورتك وكل عمليات تسجيل دخولك. لا يمكن استعادته.`,
      lastMail: 'هذه آخر رسالة بشأنه.',
      ifNotYou: ({ appName }) => `إذا لم يصدر هذا عنك، يُرجى التواصل مع ${appName}.`,
    },
  },
};
