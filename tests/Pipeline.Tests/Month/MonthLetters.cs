namespace Mailroom.Pipeline.Tests.Month;

/// <summary>What the customers of the month write: one letter a category and language, all short.</summary>
internal static class MonthLetters
{
    private static readonly (string Chinese, string English)[] Letters =
    [
        ("我的账户被盗了，余额被人转走了。", "My account was hacked and someone took all my money."),
        ("我登录不上，忘记密码了。", "I cannot sign in, I forgot my password."),
        ("付款失败了，一直提示支付失败。", "My payment failed at the shop, it says payment failed."),
        ("已经扣款，但是对方没有收到。", "I was charged but the merchant did not receive the money."),
        ("充值没有到账，充了 200 元。", "My top-up has not arrived in my balance."),
        ("提现还没有到银行卡。", "My withdrawal has not reached my bank account."),
        ("退款一直没有到账，请帮忙查一下。", "My refund has not arrived yet."),
        ("我对一笔交易有争议，想申请拒付。", "I want to dispute a payment and ask for a chargeback."),
        ("请问手续费是怎么收的？", "How much is the fee for a transfer abroad?"),
        ("我的实名认证审核没有通过。", "My identity verification was rejected."),
        ("优惠券领不到，活动规则看不懂。", "The coupon of your promotion does not work."),
        ("App 闪退，打不开，一直黑屏。", "The app crashes every time when I open it."),
        ("请问在哪里可以看到交易明细？", "Where can I download my account statement?"),
        ("银行卡绑定不了，添加银行卡失败。", "I cannot link my bank card."),
        ("我要投诉，客服态度太差了。", "I want to file a complaint about your customer service."),
        ("你们好，祝大家周末愉快。", "Hello everybody, have a nice weekend."),
    ];

    private static readonly string[] Further = ["还有什么需要我做的吗？谢谢关注，等你们消息。", "Is there anything else that you need from me? I am waiting for your answer."];

    /// <summary>How many categories the letters are about.</summary>
    public static int Count => Letters.Length;

    /// <summary>A customer of one letter.</summary>
    public static string Customer(int index) => $"customer{index}@mail{index % 97}.example";

    /// <summary>Every second customer writes English, evenly over the categories.</summary>
    public static bool IsEnglish(int index) => index / Letters.Length % 2 == 1;

    /// <summary>The first letter.</summary>
    public static string First(int index) => Raw(index, $"first{index}", "support@swallowpay.example", [], IsEnglish(index) ? Letters[index % Letters.Length].English : Letters[index % Letters.Length].Chinese);

    /// <summary>A further letter: an answer to a mail of ours.</summary>
    /// <param name="index">The customer.</param>
    /// <param name="number">1 for the second letter.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="answers">The Message-ID that it answers.</param>
    public static string Reply(int index, int number, string to, string answers) =>
        Raw(index, $"reply{index}.{number}", to, [$"In-Reply-To: <{answers}>", $"References: <{answers}>"], Further[IsEnglish(index) ? 1 : 0]);

    private static string Raw(int index, string id, string to, string[] headers, string words) => string.Join("\r\n",
    [
        $"From: {Customer(index)}",
        $"To: {to}",
        IsEnglish(index) ? "Subject: A question" : "Subject: =?utf-8?B?6K+36Zeu?=",
        $"Message-ID: <{id}@mail{index % 97}.example>",
        "Date: Mon, 20 Apr 2026 10:00:00 +0800",
        "MIME-Version: 1.0",
        .. headers,
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        words,
        "",
    ]);
}
