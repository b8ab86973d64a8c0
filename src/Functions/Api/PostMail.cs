using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Takes a raw mail in. The answer comes after the mail is kept, so that a sender who hears nothing sends again.</summary>
public sealed class PostMail(AcceptMail handler)
{
    private const string SourceHeader = "X-Mail-Source";
    private const int SourceBound = 120;

    [Function("PostMail")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/mail")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var raw = await RawMail.SpoolAsync(request, RawMail.HardBound, cancellation);
            return raw switch
            {
                null => Problem.TooLarge(request, RawMail.HardBound),
                { Length: 0 } => Problem.EmptyMail(request),
                _ => Taken(await handler.HandleAsync(raw, new MailDelivered(Source(request), MailEnvelope.Unknown), cancellation)),
            };
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.TooLarge(request, RawMail.HardBound)
                : Problem.BrokenBody(request);
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private static IResult Taken(Receipt receipt)
    {
        var ledger = $"/api/v1/ledger/{receipt.Sha256}";
        return Answer.Accepted(new Acceptance(receipt.Sha256, receipt.IsNew, ledger), ledger);
    }

    // The caller's own id of the delivery keeps two deliveries of one mail apart in the ledger. A header is ASCII: %XX stands for more.
    private static string Source(HttpRequest request)
    {
        var given = Uri.UnescapeDataString(request.Headers[SourceHeader].ToString());
        var named = new string([.. given.Where(c => !char.IsControl(c)).Take(SourceBound)]).Trim();
        return named.Length == 0 ? "http" : "http:" + named;
    }

    private sealed record Acceptance(string Sha256, bool IsNew, string Ledger);
}
