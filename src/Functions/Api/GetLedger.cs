using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>How one raw mail ended.</summary>
public sealed class GetLedger(LedgerStore ledger)
{
    private const int HashLength = 64;

    [Function("GetLedger")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/ledger/{sha256}")] HttpRequest request,
        string sha256,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var known = sha256 is { Length: HashLength } && sha256.All(char.IsAsciiHexDigit);
            var row = known ? await ledger.FindAsync(sha256.ToLowerInvariant(), cancellation) : null;
            return row is null ? Problem.NoMail(request) : Answer.Ok(LedgerShape.Of(row));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }
}
