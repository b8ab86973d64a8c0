using FsCheck;
using FsCheck.Fluent;

namespace Mailroom.Core.Tests.Understanding.Redaction;

/// <summary>Texts put together of what confuses a redactor: labels, digits, separators, masks, whole examples.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "密码", "验证码", "password", "my code is ", "PIN", "卡号", "card ", "账号", "account no ", "电话", "call me on ", "身份证", "passport ", "订单号", "order ",
        "是", "：", ": ", " is ", "就是", "，", "。", "\n", "\n> ", " ", "-", ".", "(", ")", "+", "+86", "+852-", "*", "**", "****", "******", "*******8000", "**** **** **** 1111",
        "********1234", "1", "12", "482913", "4111", "4111111111111111", "6222 0212 3456 7890 128", "13800138000", "9123 4567", "11010519491231002X", "A123456(7)",
        "GB82WEST12345698765432", "hunter2!", "六个一", "一三九零零一三八零零零", "四八一五", "１２３４", "\u200B", "\uFE0F", "\uFFFA", "12/28", "cvv 123", "2026-11-15", "3,200.00", "元", "é", "\ud83d",
    ];

    /// <summary>Up to thirty pieces in a row.</summary>
    public static Gen<string> Of { get; } =
        from count in Gen.Choose(1, 30)
        from pieces in Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(RedactionExample.All.Select(e => e.Text).ToArray())).ArrayOf(count)
        select string.Concat(pieces);

    /// <summary>A few pieces only, which meet in every way.</summary>
    public static Gen<string> Short { get; } =
        from count in Gen.Choose(1, 8)
        from pieces in Gen.Elements(Pieces).ArrayOf(count)
        select string.Concat(pieces);
}
