using System.Globalization;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;

namespace Mailroom.Functions.Texts;

/// <summary>What was promised to a customer, and what the promise rests on.</summary>
internal static class PromiseSentences
{
    /// <summary>The acknowledgement.</summary>
    /// <param name="promised">The promise.</param>
    /// <param name="zh">Its moment in Chinese.</param>
    /// <param name="en">Its moment in English.</param>
    internal static LocalizedText Of(TicketEvent.Promised promised, string zh, string en)
    {
        var (whyZh, whyEn) = promised switch
        {
            { Usual: { Within: { } within } usual } => (
                $"依据：近 28 天同类工单八成在 {PromiseWording.Span(within, ReplyLanguage.Chinese)} 的工作时间内得到首次回复（{Count(usual.Samples)} 张）。",
                $" Four of five like it were answered within {PromiseWording.Span(within, ReplyLanguage.English)} of working time in the last 28 days ({Count(usual.Samples)} tickets)."),
            { IsBusy: true } => ("当前待回复量明显高于平时，因此按规定时限承诺，并已告知客户。", " Many more than usual wait for an answer, so it promises the deadline and says that there is much to do."),
            _ => ("", ""),
        };
        var earlier = promised.Earlier?.Number.Value;
        return new(
            $"已安排发送受理回执，承诺 {zh} 前由人工回复。{whyZh}{(earlier is null ? "" : $"回执提到同一客户的工单 {earlier}。")}",
            $"An acknowledgement was ordered; it promises a person's answer by {en}.{whyEn}{(earlier is null ? "" : $" It refers to the same customer's ticket {earlier}.")}");
    }

    /// <summary>The short acknowledgement of a further mail.</summary>
    /// <param name="told">The event.</param>
    /// <param name="zh">Its moment in Chinese; empty when it names none.</param>
    /// <param name="en">Its moment in English.</param>
    internal static LocalizedText Of(TicketEvent.FollowUpAcknowledged told, string zh, string en) => told.By is null
        ? new("已安排告知客户：来信已并入本工单。", "The customer is told that the mail has joined this ticket.")
        : new($"已安排告知客户：来信已并入本工单，{zh} 前由人工回复。", $"The customer is told that the mail has joined this ticket and that a person answers by {en}.");

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
