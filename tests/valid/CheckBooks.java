// SPDX-License-Identifier: MIT
// Runs EPUBCheck over many books in one process: a line of JSON-free text
// for every finding, then "= FILE FINDINGS" for every book.

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.File;
import java.util.Locale;

public class CheckBooks {
    private static final class Findings extends MasterReport {
        int count;

        @Override
        public void message(Message message, EPUBLocation at,
                            Object... args) {
            Severity severity = message.getSeverity();
            if (severity == Severity.SUPPRESSED || severity == Severity.INFO) {
                return;
            }
            count++;
            System.out.printf("%s %s %s:%d: %s%n", severity,
                              message.getID(), at.getPath(), at.getLine(),
                              message.getMessage(args));
        }

        @Override
        public void info(String resource, FeatureEnum feature,
                         String value) {
        }

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {
        }
    }

    public static void main(String[] books) {
        Locale.setDefault(Locale.ENGLISH);
        for (String book : books) {
            Findings findings = new Findings();
            File file = new File(book);
            findings.setEpubFileName(file.getAbsolutePath());
            try {
                new EpubCheck(file, findings).check();
            } catch (RuntimeException failure) {
                findings.count++;
                System.out.println("CRASH " + failure);
            }
            System.out.printf("= %s %d%n", book, findings.count);
        }
    }
}
