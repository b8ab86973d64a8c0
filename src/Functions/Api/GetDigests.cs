using System.Globalization;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Mail.Writing;
using Mailroom.Pipeline.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>The managers' digests of a moment, unsent.</summary>
public sealed class GetDigests(WriteDigests handler, TemplateRenderer renderer, TimeProvider clock)
{
    [Function("GetDigests")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/digests")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Moment(request.Query["at"]) is not { } at)
        {
            return Problem.BadValue(
                request, "at", new("请填写带时区的时间，例如 2026-11-20T09:00:00+08:00。", "Give a moment with its offset, like 2026-11-20T09:00:00Z."));
        }

        try
        {
            var mails = await handler.PreviewAsync(at, cancellation);
            var manager = request.Query["manager"].ToString();
            var wanted = mails.Where(m => manager.Length == 0 || m.To.Any(a => string.Equals(a.Address, manager, StringComparison.OrdinalIgnoreCase)));
            return Answer.Ok(new DigestListShape(at, [.. wanted.Select(m => DigestShape.Of(m, renderer.Render(m)))]));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private DateTimeOffset? Moment(string? text) => string.IsNullOrEmpty(text)
        ? clock.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
