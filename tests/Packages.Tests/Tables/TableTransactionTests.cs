using Azure;
using Azure.Data.Tables;
using Mailroom.Support.Azurite;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Mailroom.Packages.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableTransactionTests(AzuriteServer azurite)
{
    [AzuriteFact]
    public async Task Actions_of_each_kind_are_carried_out_together_and_answered_in_order()
    {
        var table = await TableAsync();
        var updated = await table.UpsertEntityAsync(Row("updated", 1));
        await table.UpsertEntityAsync(Row("deleted", 1));
        await table.UpsertEntityAsync(Row("merged", 1));

        var answer = await table.SubmitTransactionAsync(
        [
            new(Add, Row("added", 2)),
            new(UpdateReplace, Row("updated", 2), updated.Headers.ETag!.Value),
            new(Delete, Row("deleted", 2)),
            new(UpsertMerge, new TableEntity("p", "merged") { ["Note"] = "再来 \"一次\"" }),
            new(UpsertReplace, Row("upserted", 2)),
            new(UpdateMerge, Row("merged-too", 2)),
        ]);

        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
        Assert.Equal(6, answer.Value.Count);
        Assert.Equal(["added", "merged", "merged-too", "updated", "upserted"], await KeysAsync(table));
        Assert.Equal((1, "再来 \"一次\""), await MergedAsync(table));
    }

    [AzuriteFact]
    public async Task The_answers_carry_the_new_etags()
    {
        var table = await TableAsync();

        var answer = await table.SubmitTransactionAsync([new(Add, Row("0", 1)), new(Add, Row("e|1", 1))]);

        Assert.Equal((await table.GetEntityAsync<TableEntity>("p", "0")).Value.ETag, answer.Value[0].Headers.ETag);
        Assert.Equal((await table.GetEntityAsync<TableEntity>("p", "e|1")).Value.ETag, answer.Value[1].Headers.ETag);
    }

    [AzuriteFact]
    public async Task One_conflict_undoes_all_and_is_told_by_its_index()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(Row("there", 1));

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(Add, Row("a", 1)), new(UpsertReplace, Row("b", 1)), new(Add, Row("there", 2))]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["there"], await KeysAsync(table));
    }

    [AzuriteFact]
    public async Task An_old_etag_undoes_all_and_is_told_by_its_index()
    {
        var table = await TableAsync();
        var first = await table.UpsertEntityAsync(Row("0", 1));
        await table.UpsertEntityAsync(Row("0", 2));

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(Add, Row("e|1", 1)), new(UpdateReplace, Row("0", 3), first.Headers.ETag!.Value)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["0"], await KeysAsync(table));
    }

    [AzuriteFact]
    public async Task A_transaction_failure_is_caught_as_a_failed_request()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(Row("there", 1));

        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync([new(Add, Row("there", 2))]));

        Assert.Equal(409, refusal.Status);
    }

    [AzuriteFact]
    public async Task A_row_twice_in_a_transaction_is_refused()
    {
        var table = await TableAsync();

        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync([new(UpsertReplace, Row("r", 1)), new(UpsertReplace, Row("r", 2))]));

        Assert.Equal((400, "InvalidDuplicateRow"), (refusal.Status, refusal.ErrorCode));
    }

    [AzuriteFact]
    public async Task A_hundred_rows_go_into_one_transaction()
    {
        var table = await TableAsync();

        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(number => new TableTransactionAction(Add, Row($"r{number:D3}", number))));

        Assert.Equal(100, answer.Value.Count);
        Assert.Equal(100, (await KeysAsync(table)).Count);
    }

    [AzuriteFact]
    public async Task An_empty_transaction_is_refused_before_it_is_sent()
    {
        var table = await TableAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }

    [AzuriteFact]
    public async Task Of_twenty_transactions_that_claim_one_row_one_wins_and_leaves_no_stray_rows()
    {
        var table = await TableAsync();

        var wins = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => WinsAsync(table, number)));

        Assert.Equal(1, wins.Count(won => won));
        Assert.Equal(2, (await KeysAsync(table)).Count);
    }

    private static TableEntity Row(string key, int count) => new("p", key) { ["Count"] = count };

    private static async Task<List<string>> KeysAsync(TableClient table) =>
        await table.QueryAsync<TableEntity>().Select(row => row.RowKey).ToListAsync();

    private static async Task<(int? Count, string Note)> MergedAsync(TableClient table)
    {
        var row = (await table.GetEntityAsync<TableEntity>("p", "merged")).Value;
        return (row.GetInt32("Count"), row.GetString("Note"));
    }

    private static async Task<bool> WinsAsync(TableClient table, int number)
    {
        try
        {
            await table.SubmitTransactionAsync([new(Add, Row($"own{number}", 1)), new(Add, Row("claim", number))]);
            return true;
        }
        catch (TableTransactionFailedException refusal) when (refusal.Status == 409)
        {
            return false;
        }
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Notes");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
