using System.Globalization;
using Mailroom.Core.Mail;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using static Mailroom.Core.Tickets.TicketEvent;

namespace Mailroom.Functions.Texts;

/// <summary>A ticket's history as sentences that a support person reads.</summary>
/// <param name="policy">What categories and teams are called, and the time zone.</param>
internal sealed class EventSentences(SupportPolicy policy)
{
    private readonly Moments _zh = new(policy.Company, ReplyLanguage.Chinese);
    private readonly Moments _en = new(policy.Company, ReplyLanguage.English);

    /// <summary>One event's sentence in both languages.</summary>
    internal LocalizedText Of(TicketEvent happened) => happened switch
    {
        Opened e => With(Opening(e), e.Understanding.Unread),
        CustomerWrote e => With(Again(e), e.Understanding.Unread),
        CustomerThanked => new("客户来信致谢，没有其他内容；工单状态和计时不变。", "The customer wrote thanks and nothing else; status and clocks stay as they are."),
        AutomaticMailArrived e => new(
            $"收到一封{Names.Of(e.Kind).Zh}，不影响计时。",
            $"Noted without touching a clock: {Names.Of(e.Kind).En}."),
        DeliveryFailed e => Bounced(e),
        MailParked e => Parked(e),
        MailHeld e => e.Domain is { } domain
            ? new($"自动回信暂缓发送：发往 {domain} 的自动邮件已达上限，等待人工放行。",
                $"The automatic answer is held: automatic mail to {domain} has reached its limit. A person releases it.")
            : new("自动回信暂缓发送：自动邮件总量已达上限，等待人工放行。",
                "The automatic answer is held: automatic mail in all has reached its limit. A person releases it."),
        MailReleased e => new($"{e.Agent} 放行了自动回信。", $"{e.Agent} released an automatic answer."),
        MailDropped e => Dropped(e),
        MailResent e => e.ToCustomer
            ? new($"{e.Agent} 要求重新发送自动回信。", $"{e.Agent} had an automatic answer sent again.")
            : new($"{e.Agent} 要求重新发送给我方人员的通知。", $"{e.Agent} had a notice to our own people sent again."),
        Promised e => PromiseSentences.Of(e, _zh.Absolute(e.By), _en.Absolute(e.By)),
        FollowUpAcknowledged e => PromiseSentences.Of(e, e.By is { } zh ? _zh.Absolute(zh) : "", e.By is { } en ? _en.Absolute(en) : ""),
        Repromised e => new(
            $"预计无法按时回复，已安排向客户致歉并重新承诺：{_zh.Absolute(e.By)} 前由人工回复。对内期限不变。",
            $"The promise would not be kept: the customer is told so and promised an answer by {_en.Absolute(e.By)}. Our own deadline stays."),
        RepromiseWithheld => new(
            "预计无法按时回复，但暂不能再向该地址自动发信，未重新承诺；请尽快人工回复。",
            "The promise would not be kept, and nothing automatic may be written to this address now: please answer in person soon."),
        AskedToResend => new("已安排通知客户重新发送无法读取的邮件。", "The customer is asked to send the mail again that could not be read."),
        AgentReplied e => new($"{e.Agent} 回复了客户。", $"{e.Agent} answered the customer."),
        Resolved e => new($"{e.Agent} 将问题标记为已解决。", $"{e.Agent} marked the matter as solved."),
        Paused e => new($"{e.Agent} 暂停计时，等待客户{Reason(e.Why, zh: true)}。", $"{e.Agent} put the clock on hold to wait for the customer{Reason(e.Why, zh: false)}."),
        Resumed e => new($"{e.Agent} 恢复计时{Reason(e.Why, zh: true)}。", $"{e.Agent} let the clock go on{Reason(e.Why, zh: false)}."),
        Reopened e => new($"{e.Agent} 重新打开工单{Reason(e.Why, zh: true)}。", $"{e.Agent} opened the ticket again{Reason(e.Why, zh: false)}."),
        Recategorised e => Moved(e),
        Prioritised e => new(
            $"{e.Agent} 将优先级改为 {e.Priority}{Reason(e.Why, zh: true)}；已用的时间不变。",
            $"{e.Agent} set the priority to {e.Priority}{Reason(e.Why, zh: false)}; the time used so far stays."),
        Reassigned e => new(
            $"{e.Agent} 将工单转给{TeamTitle(e.Team).Zh}{Reason(e.Why, zh: true)}。",
            $"{e.Agent} gave the ticket to {TeamTitle(e.Team).En}{Reason(e.Why, zh: false)}."),
        Assigned { Assignee: null } e => new(
            $"{e.Agent} 退回了工单，目前无人处理{Reason(e.Why, zh: true)}。",
            $"{e.Agent} put the ticket back; nobody has it now{Reason(e.Why, zh: false)}."),
        Assigned e when e.Assignee == e.Agent => new(
            $"{e.Agent} 领取了工单{Reason(e.Why, zh: true)}。",
            $"{e.Agent} took the ticket{Reason(e.Why, zh: false)}."),
        Assigned e => new(
            $"{e.Agent} 将工单分配给 {e.Assignee}{Reason(e.Why, zh: true)}。",
            $"{e.Agent} assigned the ticket to {e.Assignee}{Reason(e.Why, zh: false)}."),
        EscalatedByHand e => new(
            $"{e.Agent} 将工单上报给客服负责人{Reason(e.Why, zh: true)}。",
            $"{e.Agent} escalated the ticket to the head of support{Reason(e.Why, zh: false)}."),
        Extended e => new(
            $"{e.Agent} 将{Names.Of(e.Deadline).Zh}期限延长 {DeadlineWords.Length(e.By, ReplyLanguage.Chinese)}{Reason(e.Why, zh: true)}；已用的时间不变。",
            $"{e.Agent} extended the deadline of the {Names.Of(e.Deadline).En} by {DeadlineWords.Length(e.By, ReplyLanguage.English)}{Reason(e.Why, zh: false)}; the time used so far stays."),
        Reminded { KeptBack: { } why } => new($"客户一直没有回复，但提醒未能发出（{why}）。", $"The customer has not answered; a reminder may not be written ({why})."),
        Reminded => new("客户一直没有回复，已安排发送提醒。", "The customer has not answered and is reminded."),
        ClosedUnanswered { KeptBack: { } why } => new(
            $"客户没有回复，工单已关闭，关闭通知未能发出（{why}）；客户来信即重新打开。", $"Closed, for the customer did not answer; the notice may not be written ({why}). Their next word opens it again."),
        ClosedUnanswered => new("客户没有回复，工单已关闭并安排通知客户；客户来信即重新打开。", "Closed with notice, for the customer did not answer. Their next word opens it again."),
        SatisfactionAsked { KeptBack: { } why } => new($"未能发送满意度询问（{why}）。", $"The question how it went may not be written ({why})."),
        SatisfactionAsked e => new($"已安排询问客户是否满意，{_zh.Day(e.Until)} 前有效。", $"The customer is asked how it went; an answer is taken until {_en.Day(e.Until)}."),
        CustomerRated { Rating: SatisfactionRating.Good } => new("客户评价：满意。", "The customer says: it went well."),
        CustomerRated { Rating: SatisfactionRating.Bad } => new("客户评价：不满意。", "The customer says: it went badly."),
        CustomerRated => new("客户表示问题没有解决，工单重新打开。", "The customer says that it is not solved; the ticket is open again."),
        MergedInto e => new(
            $"{e.Agent} 将本工单并入 {e.Into}，之后的来信都归入那里。",
            $"{e.Agent} merged this ticket into {e.Into}; answers go there from now on."),
        TookIn e => new($"{e.Agent} 将工单 {e.From} 并入本工单。", $"{e.Agent} merged ticket {e.From} into this one."),
        JoinUndone e => new(
            $"{e.Agent} 将一封来信移出本工单，另建工单 {e.Into}；本工单按该信从未归入计时。",
            $"{e.Agent} took a mail out of this ticket; it has ticket {e.Into} now, and the clocks here are as if it had never joined."),
        LadderReached e => Ladder(e),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without a sentence."),
    };

    private LocalizedText Again(CustomerWrote e)
    {
        var brought = e.Brought.Select(f => policy.Facts.TryGetValue(f, out var words) ? words : new(f, f)).ToList();
        return brought.Count == 0
            ? new("客户再次来信。", "The customer wrote again.")
            : new($"客户再次来信，补充了：{string.Join("、", brought.Select(f => Bare(f.Zh)))}。", $"The customer wrote again and added: {string.Join("; ", brought.Select(f => Bare(f.En)))}.");
    }

    // What we ask for is told with where to find it, in brackets.
    private static string Bare(string words) => words.Split('（', '(')[0].Trim();

    private LocalizedText Opening(Opened e)
    {
        var understood = e.Understanding;
        var name = policy.Category(understood.Category).Name;
        var team = TeamTitle(e.Team);
        var sure = understood.Confidence.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return understood.Abstained
            ? new($"客户来信，建立工单。系统把握不足，未自动归类，由{team.Zh}人工判断。",
                $"A mail opened the ticket. The category was too unsure, so {team.En} sorts it by hand.")
            : new($"客户来信，建立工单：归类为“{name.Zh}”（把握 {sure}），优先级 {understood.Priority}，交由{team.Zh}处理。",
                $"A mail opened the ticket: read as “{name.En}” ({sure} sure), priority {understood.Priority}, for {team.En}.");
    }

    private static LocalizedText With(LocalizedText text, PassedBound? unread) => unread is null
        ? text
        : new(text.Zh + Names.Of(unread).Zh, $"{text.En} {Names.Of(unread).En}");

    private static LocalizedText Dropped(MailDropped e) => e.Cause switch
    {
        MailDropCause.Person => new($"{e.Agent} 决定不再发送自动回信。请由人工回复客户。", $"{e.Agent} decided not to send an automatic answer. Please answer the customer by hand."),
        MailDropCause.PromisePassed => new("放行时承诺的时间已过，自动回信未发送。请尽快由人工回复客户。",
            "The automatic answer was not sent: the moment that it promises has passed. Please answer the customer at once."),
        MailDropCause.Muted => new("该地址已有退信，自动回信未发送。请换一种方式联系客户。",
            "The automatic answer was not sent: mails to the address came back. Please reach the customer another way."),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Cause, "A cause without a sentence."),
    };

    private LocalizedText Muted(DeliveryFailed e) => e.MutedUntil is { } until
        ? new($"在 {_zh.Day(until)} 前不再向该地址自动发信。", $" Nothing automatic is sent to the address until {_en.Day(until)}.")
        : new("", "");

    private LocalizedText Bounced(DeliveryFailed e)
    {
        var recipient = e.Report.Recipient;
        var status = e.Report.Status.Length > 0 ? $" ({e.Report.Status})" : "";
        return e.Report.IsPermanent
            ? new($"我方邮件无法送达{Space(recipient)}{status}，对方永久拒收。{Muted(e).Zh}", $"Our mail could not be delivered{To(recipient)}{status}: refused for good.{Muted(e).En}")
            : new($"我方邮件暂时未能送达{Space(recipient)}{status}。", $"Our mail was not delivered{To(recipient)} for now{status}.");
    }

    private static LocalizedText Parked(MailParked e)
    {
        var cause = Names.Of(e.Cause);
        return e.ToCustomer
            ? new($"给客户的自动回信未能发出：{cause.Zh}。请由人工联系客户。", $"The automatic answer did not go out: {cause.En}. Please write to the customer by hand.")
            : new($"给我方人员的通知未能发出：{cause.Zh}。", $"A notice to our own people did not go out: {cause.En}.");
    }

    private LocalizedText Ladder(LadderReached e)
    {
        var step = Names.LadderStep(e.Step, e.Percent);
        var deadline = Names.Of(e.Deadline);
        var round = e.Round > 1 ? new LocalizedText($"（第 {e.Round} 次提醒）", $", reminder {e.Round - 1}") : new("", "");
        return new(
            $"{deadline.Zh}期限（{_zh.Absolute(e.Due)}）：{step.Zh}{round.Zh}，按升级规则处理。",
            $"The deadline of the {deadline.En} ({_en.Absolute(e.Due)}): {step.En}{round.En}; done as the ladder says.");
    }

    private LocalizedText Moved(Recategorised e)
    {
        var name = policy.Category(e.Category).Name;
        return new(
            $"{e.Agent} 将类别改为“{name.Zh}”{Reason(e.Why, zh: true)}。",
            $"{e.Agent} changed the category to “{name.En}”{Reason(e.Why, zh: false)}.");
    }

    private static string Reason(string why, bool zh) => why.Length == 0 ? "" : zh ? $"（{why}）" : $" ({why})";

    private LocalizedText TeamTitle(string team) =>
        policy.Teams.FirstOrDefault(t => t.Name == team)?.Title ?? new LocalizedText(team, team);

    private static string Space(string? address) => address is null ? "" : " " + address;

    private static string To(string? address) => address is null ? "" : " to " + address;
}
