using System.Text;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.LocalHost.Tests.Hosting.Functions;

public sealed class FunctionRunnerTests
{
    private static readonly QueueMessage Message = QueuesModelFactory.QueueMessage(
        "id", "receipt", BinaryData.FromString("""{"name":"Li","age":7}"""), 1, null, null, null);

    [Theory]
    [InlineData("Text")]
    [InlineData("Bytes")]
    [InlineData("Object")]
    [InlineData("Message")]
    public async Task A_queue_function_gets_its_message_in_the_form_that_it_asks_for(string name)
    {
        using var bench = new HostBench();
        var function = HostBench.Function<FormFunctions>(name, ("Storage", "x"));

        await bench.Runner.RunAsync(function, Message, null, default);

        Assert.Equal("""{"name":"Li","age":7}""", Assert.Single(bench.Calls.Inputs));
    }

    [Fact]
    public async Task What_a_function_throws_comes_out_as_it_is()
    {
        using var bench = new HostBench();
        bench.Calls.Body = (_, _) => throw new InvalidDataException("broken");

        var run = bench.Runner.RunAsync(HostBench.Function<FormFunctions>("Text", ("Storage", "x")), Message, null, default);

        await Assert.ThrowsAsync<InvalidDataException>(() => run);
    }

    public sealed class FormFunctions(Calls calls)
    {
        [Function("Text")]
        public Task TextAsync([QueueTrigger("q-text", Connection = "Storage")] string text, CancellationToken cancellation) =>
            calls.RunAsync(text, cancellation);

        [Function("Bytes")]
        public Task BytesAsync([QueueTrigger("q-bytes", Connection = "Storage")] BinaryData bytes, CancellationToken cancellation) =>
            calls.RunAsync(Encoding.UTF8.GetString(bytes.ToArray()), cancellation);

        [Function("Object")]
        public Task ObjectAsync([QueueTrigger("q-object", Connection = "Storage")] Child child, CancellationToken cancellation) =>
            calls.RunAsync($$"""{"name":"{{child.Name}}","age":{{child.Age}}}""", cancellation);

        [Function("Message")]
        public Task MessageAsync([QueueTrigger("q-message", Connection = "Storage")] QueueMessage message, CancellationToken cancellation) =>
            calls.RunAsync(message.Body.ToString(), cancellation);
    }

    public sealed record Child(string Name, int Age);
}
