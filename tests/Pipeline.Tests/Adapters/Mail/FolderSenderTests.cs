using Mailroom.Core.Failures;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support.Builders;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Adapters.Mail;

public sealed class FolderSenderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-out-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_mail_twice_is_one_file()
    {
        var sender = Sender(_folder.FullName);

        await sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);
        await sender.SendAsync(Outgoing.Acknowledgement(), CancellationToken.None);

        var file = Assert.Single(_folder.GetFiles());
        Assert.Equal("MR-7K3F-9QXA.mail1.token@wallet.example.eml", file.Name);
        var read = LetterReader.Read(await File.ReadAllBytesAsync(file.FullName), 1_000_000);
        Assert.Equal("li.lei@customer.example", Assert.Single(Assert.IsType<ReadMail.Readable>(read).Letter.To).Address);
    }

    [Fact]
    public async Task A_Message_ID_stays_within_the_folder()
    {
        var mail = Outgoing.Acknowledgement() with { MessageId = "../../etc/passwd@x.example" };

        await Sender(_folder.FullName).SendAsync(mail, CancellationToken.None);

        Assert.Equal("_.._etc_passwd@x.example.eml", Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_unreachable()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        await File.WriteAllTextAsync(file, "");

        var failure = await Assert.ThrowsAsync<MailSendException>(
            () => Sender(file).SendAsync(Outgoing.Acknowledgement(), CancellationToken.None));

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
    }

    private static FolderSender Sender(string folder)
    {
        var settings = Outgoing.Settings();
        settings.OutFolder = folder;
        return new FolderSender(Options.Create(settings), Outgoing.Writer);
    }
}
