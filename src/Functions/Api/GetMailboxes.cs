using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>How it goes with the mailboxes: last look, what waits, trouble.</summary>
public sealed class GetMailboxes(MailboxReports reports)
{
    [Function("GetMailboxes")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/mailboxes")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return Answer.Ok(new MailboxListShape([.. (await reports.ListAsync(cancellation)).Select(MailboxShape.Of)]));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }
}
