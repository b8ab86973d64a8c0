using System.Globalization;
using Mailroom.Functions.Api.Shapes;
using Mailroom.Pipeline.Adapters.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Api;

/// <summary>Every mail that came on a day (UTC): the proof that none was lost.</summary>
public sealed class GetLedgerDay(LedgerStore ledger)
{
    private const string DayFormat = "yyyyMMdd";
    private const int MostRows = 10_000;

    [Function("GetLedgerDay")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/ledger/days/{day}")] HttpRequest request,
        string day,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Problem.BadValue(request, nameof(day), new("请按 20261121 的格式填写日期（UTC）。", "Give the day (UTC) like 20261121."));
        }

        try
        {
            return Answer.Ok(await CountAsync(date, cancellation));
        }
        catch (Exception e) when (StorageFault.Is(e, cancellation))
        {
            return Problem.StorageFails(request);
        }
    }

    private async Task<LedgerDayShape> CountAsync(DateOnly day, CancellationToken cancellation)
    {
        var (mails, open, count) = (0, 0, 0);
        var rows = new List<LedgerShape>();
        await foreach (var row in ledger.DayAsync(day, cancellation))
        {
            count++;
            mails += row.Sources.Count;
            open += row.Ending is null ? row.Sources.Count : 0;
            if (count <= MostRows)
            {
                rows.Add(LedgerShape.Of(row));
            }
        }

        return new LedgerDayShape(day.ToString(DayFormat, CultureInfo.InvariantCulture), mails, open, rows, count > MostRows);
    }
}
