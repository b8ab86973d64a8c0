using Mailroom.Functions.Api;
using Mailroom.Functions.Desk.Pages;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Desk;

/// <summary>Where a digest's signed links lead. To open one only shows what it would do, since scanners open every link; to press the button does it, once.</summary>
public sealed class LinkPage(UseLink handler, HouseRules house, TimeProvider clock)
{
    private const int LongestForm = 8192;

    [Function("LinkPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "act/{purpose:regex(^(assign|extend|escalate)$)}/{token}")] HttpRequest request,
        string purpose,
        string token,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var view = DeskView.Of(request, house.Policy, clock);
        try
        {
            var link = await handler.LookAsync(purpose, token, view.Now, cancellation);
            if (link is not LinkReading.Usable usable)
            {
                return LinkPages.Show(view, link);
            }

            view = LinkPages.For(view, usable.Holder);
            var form = new LinkForm(view, usable, LinkChoice.Of(purpose, usable.History, usable.Holder, view.Now, house));
            return HttpMethods.IsPost(request.Method) && form.Choices.Count > 0
                ? await UseAsync(request, form, cancellation)
                : form.Show();
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return LinkPages.StorageFails(view);
        }
    }

    private async Task<IResult> UseAsync(HttpRequest request, LinkForm form, CancellationToken cancellation)
    {
        var body = await RawMail.ReadAsync(request, LongestForm, cancellation);
        var fields = QueryHelpers.ParseQuery(body?.ToString() ?? "");
        var why = string.Concat(fields["why"].ToString().Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var choice = form.Choices.FirstOrDefault(c => c.Name == fields["choice"].ToString());
        if (choice is null || why.Length > LinkForm.LongestReason || (choice.Command is TicketCommand.Extend && why.Length == 0)
            || !int.TryParse(fields["version"].ToString(), out var version) || version < 1)
        {
            return form.Show(LinkTrouble.Incomplete, why);
        }

        var changed = await handler.UseAsync(form.Link, choice, why, version, cancellation);
        return changed.Refusal switch
        {
            null => LinkPages.Done(form.View, changed.History, changed.IsNew),
            SteerRefusal.Moved => new LinkForm(form.View, form.Link with { History = changed.History }, LinkChoice.Of(form.Link.Allowed.Purpose, changed.History, form.Link.Holder, form.View.Now, house))
                .Show(LinkTrouble.Moved, why),
            _ => form.Show(LinkTrouble.Refused, why),
        };
    }
}
