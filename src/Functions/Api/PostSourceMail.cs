using Mailroom.Functions.Api.Sources;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers;
using Mailroom.Pipeline.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Mailroom.Functions.Api;

/// <summary>Takes mail in as mail providers post it. Each source has a secret of its own; the status says whether to try again.</summary>
public sealed class PostSourceMail(AcceptMail handler, IOptions<MailroomSettings> settings, TimeProvider clock)
{
    [Function("PostSourceMail")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/{source}")] HttpRequest request,
        string source,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (door, secret) = DoorOf(source);
        if (door is null || secret.Length == 0)
        {
            return Problem.NoSource(request);
        }

        if (!door.IsShown(request, secret))
        {
            return Problem.WrongSecret(request);
        }

        try
        {
            return await TakeAsync(request, door, await door.ReadAsync(request, secret, cancellation), cancellation);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.GivenUp(request, door.GiveUp(e.StatusCode), isEmpty: false)
                : Problem.BrokenPost(request);
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, MailSource door, Posting posting, CancellationToken cancellation)
    {
        switch (posting)
        {
            case Posting.Mail { Raw.Length: 0 }:
                return Problem.GivenUp(request, door.GiveUp(StatusCodes.Status400BadRequest), isEmpty: true);
            case Posting.Mail mail:
                var receipt = await handler.HandleAsync(mail.Raw, new MailDelivered("http:" + door.Name, mail.Envelope), cancellation);
                // 200 and no other 2xx: Mailgun and Postmark try again on those.
                return Answer.Ok(new Acceptance(receipt.Sha256, receipt.IsNew, $"/api/v1/ledger/{receipt.Sha256}"));
            case Posting.TooLarge:
                return Problem.GivenUp(request, door.GiveUp(StatusCodes.Status413PayloadTooLarge), isEmpty: false);
            case Posting.NotRaw missing:
                return Problem.NotRaw(request, missing.Field);
            case Posting.WrongSignature:
                return Problem.WrongSecret(request);
            default:
                return Problem.BrokenPost(request);
        }
    }

    private (MailSource? Door, string Secret) DoorOf(string source) => source switch
    {
        "sendgrid" => (new SendGridSource(), settings.Value.SendGridSecret),
        "mailgun" => (new MailgunSource(clock), settings.Value.MailgunSigningKey),
        "postmark" => (new PostmarkSource(), settings.Value.PostmarkSecret),
        "cloudflare" => (new RawSource(source), settings.Value.CloudflareSecret),
        "raw" => (new RawSource(source), settings.Value.RawMailSecret),
        _ => (null, ""),
    };

    private sealed record Acceptance(string Sha256, bool IsNew, string Ledger);
}
