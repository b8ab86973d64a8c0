using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Core.Replies;
using Mailroom.Core.Tickets;
using Mailroom.Functions.Texts;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Desk;

/// <summary>What every page of the desk needs to know about its reader: language, policy and the moment of the request.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Policy">The company's policy.</param>
/// <param name="Now">The moment of the request.</param>
/// <param name="Path">The page's own path, for the language switch.</param>
internal sealed record DeskView(ReplyLanguage Language, SupportPolicy Policy, DateTimeOffset Now, string Path)
{
    /// <summary>The breakers, for the notice on top of every page.</summary>
    internal IReadOnlyList<BreakerRecord> Breakers { get; init; } = [];

    /// <summary>The view of a request's reader.</summary>
    internal static DeskView Of(HttpRequest request, SupportPolicy policy, TimeProvider clock) =>
        new(Languages.Of(request), policy, clock.GetUtcNow(), request.Path.Value ?? "/");

    /// <summary>Moments in the reader's language and the company's zone.</summary>
    internal Moments Moments { get; } = new(Policy.Company, Language);

    /// <summary>The text in the reader's language.</summary>
    internal string T(LocalizedText text) => text.For(Language);

    /// <summary>The text in the reader's language.</summary>
    internal string T(string zh, string en) => Language == ReplyLanguage.Chinese ? zh : en;

    /// <summary>A category's name.</summary>
    internal string Category(string code) => T(Policy.Category(code).Name);

    /// <summary>A team's name; its code when the policy no longer has it.</summary>
    internal string Team(string name) => Policy.Teams.FirstOrDefault(t => t.Name == name) is { } team ? T(team.Title) : name;

    /// <summary>A page's address that keeps the language.</summary>
    internal string Link(string path, params (string Name, string? Value)[] query) =>
        path + "?" + string.Join('&', query
            .Where(q => q.Value is not null)
            .Append((Name: "lang", Value: Languages.Code(Language)))
            .Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));

    /// <summary>The frame around a page's content: the bar on top with the language switch.</summary>
    internal Html Frame(Html content)
    {
        var other = Language == ReplyLanguage.Chinese ? ReplyLanguage.English : ReplyLanguage.Chinese;
        var here = this with { Language = other };
        return Html.Of($"""
            <header class="bar">
            <a class="brand" href="{Link("/")}"><strong>Mailroom</strong> <span>{T(Policy.Company.Name)}</span></a>
            <a class="switch" href="{here.Link(Path)}" lang="{Languages.Tag(other)}" hreflang="{Languages.Tag(other)}">{(other == ReplyLanguage.Chinese ? "中文" : "English")}</a>
            </header>
            <main>
            {Pages.BreakerNotice.Show(this)}
            {content}
            </main>
            <footer>{T($"时间均为{Moments.ZoneName}。", $"Times are {Moments.ZoneName}.")}</footer>
            """);
    }

    /// <summary>A priority's badge.</summary>
    internal Html Badge(Priority priority) =>
        Html.Of($"""<span class="badge {priority.ToString().ToLowerInvariant()}" title="{T(Names.Of(priority))}">{priority.ToString()}</span>""");

    /// <summary>A moment, readable by people and machines.</summary>
    internal Html Time(DateTimeOffset at) => Html.Of($"""<time datetime="{Moments.Machine(at)}">{Moments.Absolute(at)}</time>""");

    /// <summary>A due moment in words and in full, marked when it has passed.</summary>
    internal Html Due(DateTimeOffset due) => Html.Of($"""
        <span class="due{(due < Now ? " over" : "")}">{Moments.Due(due, Now)}</span> {Time(due)}
        """);

    /// <summary>What is due next of a ticket; null when nothing is.</summary>
    internal static DateTimeOffset? NextDue(Ticket ticket) => (ticket.ResponseDue, ticket.ResolutionDue) switch
    {
        ({ } response, { } resolution) => response < resolution ? response : resolution,
        var (response, resolution) => response ?? resolution,
    };
}
