'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';

interface Props {
  /** What is asked, what deleting it means, and what is said afterwards. */
  title: string;
  text: string;
  deleted: string;
  id: string;
  remove: UseMutationResult<unknown, Error, string>;
  /** The list that it was in. */
  list: string;
}

/** Deletes what a page is about, once it was asked for twice, and goes to the list. */
export function DeleteButton({ title, text, deleted, id, remove, list }: Props) {
  const c = useTranslations('common');
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" icon={Trash2} onPress={() => setAsking(true)}>
        {c('delete')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={title}
        verb={c('delete')}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(id, {
            onSuccess: () => {
              toast({ tone: 'ok', text: deleted });
              router.push(list);
            },
            onSettled: () => setAsking(false),
          })
        }
      >
        {text}
      </ConfirmDialog>
    </>
  );
}
