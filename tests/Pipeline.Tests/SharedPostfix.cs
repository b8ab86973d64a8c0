using Mailroom.Support.Smtp;

namespace Mailroom.Pipeline.Tests;

/// <summary>The tests of this assembly that share one Postfix and need no storage.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostfix : ICollectionFixture<PostfixServer>
{
    /// <summary>What the test classes say.</summary>
    public const string Name = "Postfix";
}
