using Mailroom.Core.Replies;

namespace Mailroom.Functions.Desk.Pages;

/// <summary>The notice that acknowledgements are held.</summary>
internal static class BreakerNotice
{
    /// <summary>A line for each open breaker; nothing when none is.</summary>
    internal static Html Show(DeskView view)
    {
        var open = view.Breakers.Where(b => b.IsOpen).ToList();
        return Html.When(open.Count > 0, $"""<div class="notice" role="alert">{open.Select(b => Line(view, b))}</div>""");
    }

    private static Html Line(DeskView view, BreakerRecord breaker) => Html.Of($"""
        <p>{What(view, breaker)} {view.T("开始于", "Since")} {view.Time(breaker.OpenedAt ?? view.Now)}{view.T("。核实后请放行：", ". Please look into it, then release them: ")}<code>mailroom breaker --release</code></p>
        """);

    private static string What(DeskView view, BreakerRecord breaker) => breaker.IsForAll
        ? view.T("受理回执已全部暂停：自动邮件总量已达上限。", "All acknowledgements are held: automatic mail has reached its limit.")
        : view.T($"发往 {breaker.Scope} 的受理回执已暂停：该域名的自动邮件已达上限。", $"Acknowledgements to {breaker.Scope} are held: automatic mail to it has reached its limit.");
}
